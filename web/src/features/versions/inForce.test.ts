import { describe, expect, it } from 'vitest';
import { inForce } from './inForce';

const versions = [
  { number: 4, frozenAt: '2026-03-04T23:30:00-06:00' },
  { number: 9, frozenAt: '2026-03-20T10:00:00Z' },
];

describe('inForce', () => {
  it('rule_071_says_which_version_was_in_force_on_a_day_and_when_there_was_none', () => {
    const on = (day: string) => inForce(versions, day)?.number;
    expect(on('2026-03-04')).toBeUndefined();
    expect(on('2026-03-05')).toBe(4);
    expect(on('2026-03-19')).toBe(4);
    expect(on('2026-03-20')).toBe(9);
    expect(on('2027-01-01')).toBe(9);
    expect(inForce([], '2027-01-01')).toBeUndefined();
  });
});
