import { describe, expect, it } from 'vitest';
import { saysOf, sections, valuesOf } from './values';

describe('the form of a safety plan', () => {
  it('rule_068_has_every_section_and_sends_a_thing_for_each_line', () => {
    const values = valuesOf({
      version: 2,
      sections: [
        {
          __typename: 'SafetySectionText',
          section: 'IF_LEAVING',
          lines: ['I text Grandma.', 'I take my charger.'],
        },
      ],
      safePeople: [{ __typename: 'SafePerson', name: 'Grandma', reach: null, chosenByYouth: true }],
    });
    expect(sections).toHaveLength(8);
    expect(values.sections.IF_LEAVING).toBe('I text Grandma.\nI take my charger.');
    const sent = saysOf(values);
    expect(sent.sections).toHaveLength(8);
    expect(sent.sections.find(({ section }) => section === 'IF_LEAVING')?.lines).toEqual([
      'I text Grandma.',
      'I take my charger.',
    ]);
    expect(sent.safePeople).toEqual([{ name: 'Grandma', reach: null, chosenByYouth: true }]);
  });
});
