import { describe, expect, it } from 'vitest';
import { saysOf, valuesOf } from './values';

const says = {
  version: 3,
  triggers: [{ __typename: 'Trigger' as const, kind: 'NOISE' as const, text: 'Doors that slam.' }],
  calming: [],
  contact: [{ __typename: 'ContactWish' as const, kind: 'TEXT' as const, text: 'After school.' }],
  doNotAsk: [{ __typename: 'ToldTopic' as const, topic: 'That summer', instead: null }],
  welcomeItems: ['A charger', 'Her own shampoo'],
};

describe('the form of a support profile', () => {
  it('sends back what it was given', () => {
    const values = valuesOf(says);
    expect(values.version).toBe(3);
    expect(saysOf(values)).toEqual({
      triggers: [{ kind: 'NOISE', text: 'Doors that slam.' }],
      calming: [],
      contact: [{ kind: 'TEXT', text: 'After school.' }],
      doNotAsk: [{ topic: 'That summer', instead: null }],
      welcomeItems: ['A charger', 'Her own shampoo'],
    });
  });

  it('begins empty, on no version', () => {
    expect(saysOf(valuesOf(null))).toEqual({
      triggers: [],
      calming: [],
      contact: [],
      doNotAsk: [],
      welcomeItems: [],
    });
    expect(valuesOf(null).version).toBe(0);
  });
});
