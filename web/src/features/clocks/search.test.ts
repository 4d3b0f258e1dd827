import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ClocksSearch, filterOf } from './search';

describe('the address of the list of clocks', () => {
  it('rule_124_holds_names_of_parts_and_a_day_and_nothing_else', () => {
    const search = v.parse(ClocksSearch, {
      view: 'team',
      part: 'met-late',
      since: '2026-10-24',
      name: 'Hazel',
    });
    expect(search).toEqual({ view: 'team', part: 'met-late', since: '2026-10-24' });
    expect(v.parse(ClocksSearch, { part: 'Hazel', since: 'then', view: 3 })).toEqual({});
  });

  it('asks for the statuses of a part', () => {
    expect(filterOf('team', 'met-late', '2026-10-24')).toEqual({
      view: 'TEAM',
      status: ['MET_LATE'],
      endedSince: '2026-10-24',
    });
    expect(filterOf('mine', 'to-do')).toEqual({ view: 'MINE', status: ['OVERDUE', 'DUE_SOON'] });
  });
});
