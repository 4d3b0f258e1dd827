import * as v from 'valibot';
import { expect, test } from 'vitest';
import { ContactsSearch } from './search';

test('rule_124_the_list_of_contacts_takes_a_view_and_a_monday_alone', () => {
  const good = { view: 'team', week: '2026-11-16' };
  expect(v.parse(ContactsSearch, good)).toEqual(good);
  for (const week of ['2026-11-17', '2026-11-40', 'Juniper']) {
    expect(v.parse(ContactsSearch, { view: 'Juniper', week, words: 'Juniper' })).toEqual({});
  }
});
