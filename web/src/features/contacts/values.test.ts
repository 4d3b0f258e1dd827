import { describe, expect, it } from 'vitest';
import { dangersIn, emptyContact, inputOf, minutesOf, typeOf } from './values';

describe('what a logged contact says', () => {
  it('takes the kind from what happened, until somebody chooses one', () => {
    expect(typeOf(emptyContact)).toBe('CHECK_IN');
    expect(typeOf({ ...emptyContact, outcome: 'NO_ANSWER' })).toBe('MISSED_ATTEMPT');
    expect(typeOf({ ...emptyContact, crises: ['GRIEF'] })).toBe('CRISIS_INTERVENTION');
    expect(typeOf({ ...emptyContact, outcome: 'NO_ANSWER', type: 'INFORMATION' })).toBe(
      'INFORMATION',
    );
  });

  it('rule_113_knows_which_crises_are_danger_to_life', () => {
    expect(dangersIn(['GRIEF', 'OVERDOSE', 'MEDIA_ATTENTION', 'THREAT_TO_FAMILY'])).toEqual([
      'OVERDOSE',
      'THREAT_TO_FAMILY',
    ]);
    expect(dangersIn(['SELF_HARM', 'GRIEF', 'VIOLENCE_AT_HOME'])).toEqual([
      'SELF_HARM',
      'VIOLENCE_AT_HOME',
    ]);
    expect(dangersIn(['CHILD_MISSING_NOW', 'OTHER'])).toEqual([]);
  });

  it('leaves the time to the server unless a day was chosen', () => {
    expect(inputOf({ ...emptyContact, case: 'c1' }).occurredAt).toBeNull();
    const earlier = inputOf({
      ...emptyContact,
      case: 'c1',
      occurredAt: '2026-11-20',
      time: '09:30',
    });
    expect(new Date(earlier.occurredAt ?? '').getHours()).toBe(9);
  });

  it('reads minutes, and says when they are none', () => {
    expect([minutesOf(''), minutesOf(' 12 '), minutesOf('ten')]).toEqual([null, 12, Number.NaN]);
  });
});
