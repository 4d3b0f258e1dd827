import { describe, expect, it } from 'vitest';
import { spanOf, wholeOf, zooms } from './span';

const now = Date.parse('2026-03-10T12:34:56Z');
const day = 86_400_000;

describe('the time that is looked at', () => {
  it('is asked for by whole days, so that a minute later asks for the same', () => {
    for (const zoom of zooms) {
      expect(spanOf(zoom, 0, now + 60_000)).toEqual(spanOf(zoom, 0, now));
    }
    expect(spanOf('month', 0, now)).toEqual({
      from: Date.parse('2026-02-09T00:00:00Z'),
      to: Date.parse('2026-03-21T00:00:00Z'),
    });
  });

  it('leaves nothing out on the way back and on the way ahead', () => {
    for (const zoom of ['month', 'quarter', 'year'] as const) {
      for (let back = -2; back < 70; back += 1) {
        const [older, newer] = [spanOf(zoom, back + 1, now), spanOf(zoom, back, now)];
        expect(older?.to).toBeGreaterThanOrEqual(newer?.from ?? Number.POSITIVE_INFINITY);
        expect(older?.from).toBeLessThan(newer?.from ?? 0);
      }
    }
  });

  it('is all of it, today with it', () => {
    expect(spanOf('all', 0, now)).toBeUndefined();
    const whole = wholeOf('2021-03-10T12:00:00Z', '2024-03-10T12:00:00Z', now);
    expect(whole.to).toBeGreaterThan(now);
    expect(wholeOf('2021-03-10T12:00:00Z', '2027-03-10T12:00:00Z', now).to).toBeGreaterThan(
      Date.parse('2027-03-10T12:00:00Z'),
    );
    expect(whole.from).toBe(Date.parse('2021-03-10T12:00:00Z') - day);
  });
});
