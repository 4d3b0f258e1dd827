import * as v from 'valibot';
import { expect, test } from 'vitest';
import { isBefore, isNarrowed, matches, TrailSearch } from './search';

const entry = {
  at: new Date(2026, 10, 20, 23, 59).toISOString(),
  act: 'IDENTITY_REVEAL',
  outcome: 'DONE',
  actor: { id: 'abc' },
};

test('rule_124_the_trail_takes_codes_days_and_opaque_ids_alone', () => {
  const typed = { act: 'Maria Juniper', who: 'Maria Juniper', outcome: 'no', from: 'x', until: '' };
  expect(v.parse(TrailSearch, typed)).toEqual({});
  const good = { act: 'IDENTITY_REVEAL', who: 'dXNlcjox', from: '2026-11-20' };
  expect(v.parse(TrailSearch, good)).toEqual(good);
  expect(isNarrowed(v.parse(TrailSearch, typed))).toBe(false);
});

test('an entry is found by act, person, outcome and day, all of them at once', () => {
  const search = { act: 'IDENTITY_REVEAL', who: 'abc', outcome: 'DONE' as const };
  expect(matches(entry, search)).toBe(true);
  expect(matches(entry, { ...search, who: 'def' })).toBe(false);
  expect(matches({ ...entry, actor: null }, search)).toBe(false);
  expect(matches(entry, { from: '2026-11-20', until: '2026-11-20' })).toBe(true);
  expect(matches(entry, { until: '2026-11-19' })).toBe(false);
  expect(isBefore(entry, { from: '2026-11-21' })).toBe(true);
  expect(isBefore(entry, { from: '2026-11-20' })).toBe(false);
});
