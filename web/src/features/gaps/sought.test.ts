import { describe, expect, it } from 'vitest';
import { bandOf, needOf } from './sought';

describe('what is recorded of a search', () => {
  it('rule_084_neither_words_nor_case_nor_the_age_itself_is_recorded', () => {
    const search = {
      state: 'TX',
      kind: 'DENTAL',
      language: 'es',
      case: 'abc',
      step: 'def',
    } as const;
    expect(needOf({ ...search, accepts: undefined }, { words: 'River', age: '15' })).toEqual({
      state: 'TX',
      category: 'DENTAL',
      population: { ageBand: bandOf('13'), accepts: [], languages: ['SPANISH'] },
    });
    expect(bandOf('16')).not.toEqual(bandOf('15'));
    expect(bandOf('x')).toBeUndefined();
  });

  it('rule_084_without_a_place_or_a_kind_there_is_nothing_to_record', () => {
    const nothing = { words: '', age: '' };
    expect(needOf({ state: 'TX' } as never, nothing)).toBeUndefined();
    expect(needOf({ kind: 'DENTAL' } as never, nothing)).toBeUndefined();
  });
});
