import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { filterOf, ReferralsSearch } from './search';

describe('the address of the referrals', () => {
  it('rule_124_takes_names_of_parts_and_states_alone', () => {
    const typed = { view: 'Juniper', part: 'grandmother', state: 'Texas', words: 'Juniper' };
    expect(v.parse(ReferralsSearch, typed)).toEqual({});
    const meant = { view: 'team', part: 'under-way', state: 'ON_HOLD' };
    expect(v.parse(ReferralsSearch, meant)).toEqual(meant);
  });

  it('asks the server for exactly the rows of a part', () => {
    expect(filterOf('team', 'waiting')).toEqual({ view: 'TEAM', waiting: true });
    expect(filterOf('mine', 'to-send')).toEqual({ view: 'MINE', states: ['DRAFT'] });
    expect(filterOf('mine', 'under-way', 'ON_HOLD')).toEqual({ view: 'MINE', states: ['ON_HOLD'] });
    expect(filterOf('mine', 'all')).toEqual({ view: 'MINE' });
  });

  it('lets no state of another part empty the list', () => {
    expect(filterOf('mine', 'waiting', 'DRAFT')).toEqual({ view: 'MINE', waiting: true });
  });
});
