import { describe, expect, it } from 'vitest';
import { askOf, emptyCompel, purposeOf, withoutOf } from './compel';

const given = { ...emptyCompel, counselApproval: 'R. Birch', approvedBy: 'u1', document: ' 26-1 ' };

describe('what the server is asked without consent', () => {
  it('rule_022_counsel_belongs_to_a_subpoena_and_another_supervisor_to_a_court', () => {
    expect(withoutOf({ ...given, demand: 'SUBPOENA' })).toMatchObject({
      subpoena: true,
      counselApproval: 'R. Birch',
      approvedBy: 'u1',
      document: '26-1',
      report: null,
    });
    expect(withoutOf({ ...given, demand: 'COURT_ORDER' }).counselApproval).toBeNull();
    const report = { ...given, demand: 'STATUTE', report: 'ABUSE' } as const;
    expect(withoutOf(report)).toMatchObject({ report: 'ABUSE', approvedBy: null });
  });

  it('rule_022_why_they_were_not_told_goes_along_only_where_they_were_not', () => {
    const why = { ...given, toldPersonWords: 'He reads her phone.' };
    expect(withoutOf({ ...why, toldPerson: 'TOLD' }).toldPersonWords).toBeNull();
    expect(withoutOf({ ...why, toldPerson: 'UNSAFE' }).toldPersonWords).toBe('He reads her phone.');
  });

  it('rule_023_words_go_along_with_their_category_alone', () => {
    expect(askOf({ ...given, text: 'By the mill.' }, 'c', 'p').words).toEqual([]);
    const about = { ...given, text: 'By the mill.', about: 'LOCATION_PLACEMENT' } as const;
    expect(askOf(about, 'c', 'p').words).toEqual([
      { category: 'LOCATION_PLACEMENT', text: 'By the mill.' },
    ]);
    expect(purposeOf({ ...given, demand: 'STATUTE', report: 'MISSING_CHILD' })).toBe(
      'MISSING_CHILD_LOCATION',
    );
  });
});
