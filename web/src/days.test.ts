import { expect, test } from 'vitest';
import { dayAfter, daysOf, mondayOf } from './days';

test('days go by the calendar in UTC, as the server counts', () => {
  expect(daysOf('2026-03-01T00:30:00Z')).toEqual({
    today: '2026-03-01',
    yesterday: '2026-02-28',
    fourteenBefore: '2026-02-15',
    thirtyBefore: '2026-01-30',
  });
  expect(dayAfter('2026-12-28', 6)).toBe('2027-01-03');
});

test('a week begins on Monday, and a Sunday is its last day', () => {
  expect(mondayOf(Date.parse('2026-11-22T23:59:59Z'))).toBe('2026-11-16');
  expect(mondayOf(Date.parse('2026-11-23T00:00:00Z'))).toBe('2026-11-23');
});
