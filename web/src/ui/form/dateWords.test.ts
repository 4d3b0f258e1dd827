import { describe, expect, it } from 'vitest';
import { parseDay } from './dateWords';

const monday = new Date(2026, 10, 23, 23, 30);

describe('days as people type them', () => {
  it.each([
    ['today', '2026-11-23'],
    ['Ayer', '2026-11-22'],
    ['tomorrow', '2026-11-24'],
    ['+14', '2026-12-07'],
    ['-2d', '2026-11-21'],
    ['mon', '2026-11-30'],
    ['Friday', '2026-11-27'],
    ['11/18', '2026-11-18'],
    ['1/2/27', '2027-01-02'],
    ['2026-2-28', '2026-02-28'],
  ])('%s is %s', (typed, day) => expect(parseDay(typed, monday)).toBe(day));

  it.each(['2/30', '13/1', 'soon', '', '2026-02-30'])('%s is no day', (typed) =>
    expect(parseDay(typed, monday)).toBeNull(),
  );
});
