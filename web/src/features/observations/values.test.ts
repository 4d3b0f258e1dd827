import { describe, expect, it } from 'vitest';
import { codeOf, codesOf, saidIn, startOf } from './values';

describe('what an observation is sent as', () => {
  it('begins with nothing chosen of what follows', () => {
    const start = startOf(undefined, { narrative: 'A second phone.', source: 'TOLD_BY_FAMILY' });
    expect(start.followUp).toBeNull();
    expect(start.code).toBeNull();
    expect(saidIn(start)).toMatchObject({
      narrative: 'A second phone.',
      source: 'TOLD_BY_FAMILY',
      followUp: null,
    });
  });

  it('offers the words of its kind, and always one of your own', () => {
    expect(codesOf('INDICATOR')).toContain('BEH_SLEEPS_IN_CLASS');
    expect(codesOf('INDICATOR')).not.toContain('RACISM');
    expect(codesOf('RISK_FACTOR')).toContain('RACISM');
    expect(codesOf('RISK_FACTOR')).not.toContain('BEH_SLEEPS_IN_CLASS');
    expect(codesOf('PROTECTIVE_FACTOR')).toEqual(['OTHER']);
  });

  it('does not send a word of another kind', () => {
    expect(codeOf({ kind: 'RISK_FACTOR', code: 'BEH_SLEEPS_IN_CLASS' })).toBeNull();
    expect(codeOf({ kind: 'PROTECTIVE_FACTOR', code: 'RACISM' })).toBe('OTHER');
  });

  it('sends no content note with what is not hard to read, and no text beside a word', () => {
    const values = {
      ...startOf(undefined, {}),
      code: 'BULLYING' as const,
      kind: 'RISK_FACTOR' as const,
      codeText: 'left over',
      contentNote: 'left over',
    };
    expect(saidIn(values)).toMatchObject({ code: 'BULLYING', codeText: null, contentNote: null });
  });
});
