import * as v from 'valibot';
import { expect, test } from 'vitest';
import { boundsOf, monthOf, StaffingsSearch } from './search';

test('rule_124_the_list_of_staffings_takes_a_side_and_a_month_alone', () => {
  const good = { view: 'past', month: '2026-10' };
  expect(v.parse(StaffingsSearch, good)).toEqual(good);
  expect(v.parse(StaffingsSearch, { view: 'Juniper', month: '2026-13', words: 'x' })).toEqual({});
});

test('a month runs to the first of the next, over the turn of the year too', () => {
  const { from, until } = boundsOf('2026-12');
  expect(monthOf(from)).toBe('2026-12');
  expect(monthOf(until)).toBe('2027-01');
  expect(monthOf(from, -12)).toBe('2025-12');
  expect(until.getDate()).toBe(1);
});
