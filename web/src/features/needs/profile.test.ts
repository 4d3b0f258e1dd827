import { describe, expect, it } from 'vitest';
import { emptyProfile, profileOf } from './profile';

describe('what services are told of a need', () => {
  it('is nothing while the kind of help is not said', () => {
    expect(profileOf({ ...emptyProfile(), age: 'FROM_13_TO_15' })).toBeNull();
  });

  it('is vocabulary and a day, and nothing else', () => {
    const told = profileOf({ ...emptyProfile('DROP_IN'), languages: ['SPANISH'] });
    expect(told).toEqual({
      category: 'DROP_IN',
      ageBand: null,
      accepts: [],
      languages: ['SPANISH'],
      neededBy: null,
    });
  });
});
