import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { CasesSearch, filterOf } from './search';

describe('the address of the case list', () => {
  it('rule_124_takes_names_of_views_and_opaque_ids_alone', () => {
    const typed = { view: 'Juniper', order: 'name', specialist: 'Maria Juniper', words: 'Juniper' };
    expect(v.parse(CasesSearch, typed)).toEqual({});
    expect(v.parse(CasesSearch, { view: 'team', specialist: 'dXNlcjox' })).toEqual({
      view: 'team',
      specialist: 'dXNlcjox',
    });
  });

  it('asks the server for exactly the rows of a view', () => {
    expect(filterOf('no-contact-14', {})).toEqual({ noContactDays: 14 });
    expect(filterOf('no-voice', { whose: 'team' })).toEqual({
      withoutYouthVoice: true,
      view: 'TEAM',
    });
    expect(filterOf('team', { specialist: 'abc', referrals: 'waiting' })).toEqual({
      view: 'TEAM',
      specialist: 'abc',
      referralWaiting: true,
    });
  });
});
