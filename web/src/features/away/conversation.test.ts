import { describe, expect, it } from 'vitest';
import { emptyConversation, inputOf, isOfferedAgain } from './conversation';

describe('a conversation on the return', () => {
  it('rule_055_declined_and_not_safe_to_ask_yet_are_offered_again', () => {
    expect(isOfferedAgain({ ...emptyConversation, answer: 'DECLINED_BY_YOUTH' })).toBe(true);
    expect(isOfferedAgain({ ...emptyConversation, answer: 'NOT_SAFE_TO_ASK_YET' })).toBe(true);
    expect(isOfferedAgain({ ...emptyConversation, answer: 'ANSWERED' })).toBe(false);
    const inPart = { ...emptyConversation, experiencesAnswer: 'DECLINED_BY_YOUTH' as const };
    expect(isOfferedAgain({ ...inPart, answer: 'ANSWERED' })).toBe(true);
  });

  it('rule_055_who_declined_has_told_nothing', () => {
    const values = {
      ...emptyConversation,
      answer: 'DECLINED_BY_YOUTH' as const,
      factorsAnswer: 'ANSWERED' as const,
      factors: ['WANTED_FAMILY' as const],
      reOfferOn: '2026-12-01',
    };
    expect(inputOf(values)).toMatchObject({
      answer: 'DECLINED_BY_YOUTH',
      factors: [],
      factorsAnswer: null,
      reOfferOn: '2026-12-01',
    });
  });

  it('rule_010_sends_the_exact_words', () => {
    const values = {
      ...emptyConversation,
      answer: 'ANSWERED' as const,
      youthWords: ' i was fine \n',
    };
    expect(inputOf(values).youthWords).toBe(' i was fine \n');
  });
});
