import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ageOf, DirectorySearch, filterOf } from './search';

const nothing = { words: '', age: '' };

describe('the address of the directory', () => {
  it('rule_124_takes_codes_and_opaque_ids_alone', () => {
    const typed = { state: 'Juniper', kind: 'a bed', words: 'Juniper', age: 15, case: 'Maria J' };
    expect(v.parse(DirectorySearch, typed)).toEqual({});
    const meant = { state: 'TX', kind: 'DENTAL', accepts: ['ACCEPTS_MALE'], case: 'dXNlcjox' };
    expect(v.parse(DirectorySearch, meant)).toEqual(meant);
  });

  it('asks the server for all that is narrowed, and for nothing that is not', () => {
    expect(filterOf({}, nothing)).toEqual({});
    const search = { state: 'TX', kind: 'DENTAL', room: 'HAS_CAPACITY', language: 'es' } as const;
    expect(filterOf(search, { words: ' smile ', age: '15' })).toEqual({
      states: ['TX'],
      categories: ['DENTAL'],
      capacities: ['HAS_CAPACITY'],
      language: 'Spanish',
      words: 'smile',
      age: 15,
    });
  });

  it('searches words as they stand only while they are those', () => {
    const meant = { ...nothing, words: 'shetler ', exact: 'shetler' };
    expect(filterOf({ checked: 'VERIFIED', specialised: true }, meant)).toEqual({
      words: 'shetler',
      exact: true,
      verifications: ['VERIFIED'],
      specialised: true,
    });
    expect(filterOf({}, { ...meant, words: 'shetlers' })).toEqual({ words: 'shetlers' });
  });

  it('asks for a county with its state alone, and for a place without its name', () => {
    const place = { latitude: 30.25, longitude: -97.75, kilometers: 40 };
    const near = { ...place, city: 'Alderton', state: 'TX' as const };
    expect(filterOf({}, { ...nothing, county: 'Travis', near })).toEqual({ near: place });
    expect(filterOf({ state: 'TX' }, { ...nothing, county: ' Travis ' })).toEqual({
      states: ['TX'],
      county: 'Travis',
    });
  });

  it('reads whole years up to 120, and asks for no age that is none', () => {
    expect([ageOf(''), ageOf(' 15 '), ageOf('120')]).toEqual([undefined, 15, 120]);
    expect([ageOf('15.5'), ageOf('teen'), ageOf('121')]).toEqual([NaN, NaN, NaN]);
    expect(filterOf({}, { words: '', age: 'teen' })).toEqual({});
  });
});
