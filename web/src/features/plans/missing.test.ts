import { describe, expect, it } from 'vitest';
import { missingFrom } from './missing';

const voice = {
  kind: 'NOT_YET_REACHABLE' as const,
  words: null,
  note: 'Called twice; her phone is off.',
  nextOfferOn: '2026-11-27',
  recordedAt: '2026-11-23T10:00:00Z',
  recordedBy: { id: 'u1', name: 'Ash Fenwick' },
};
const strength = { id: 's1', kind: 'HOPE' as const, text: 'Wants to cook for others.' };

describe('what a plan still lacks', () => {
  it('rule_065_names_the_voice_until_there_are_words_or_why_not', () => {
    expect(missingFrom({ voice: null, strengths: [strength] })).toEqual(['voice']);
    expect(missingFrom({ voice, strengths: [strength] })).toEqual([]);
  });

  it('rule_067_names_strengths_while_there_is_none', () => {
    expect(missingFrom({ voice, strengths: [] })).toEqual(['strengths']);
  });
});
