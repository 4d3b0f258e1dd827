import { describe, expect, it } from 'vitest';
import { type Difference, together } from './together';

const difference = (given: Partial<Difference>) =>
  ({ kind: 'CHANGED', part: 'GOAL', label: 'Ride a horse', ...given }) as Difference;

describe('together', () => {
  it('puts the changed fields of one thing under one heading, and keeps the order', () => {
    const groups = together([
      difference({ field: 'TEXT' }),
      difference({ field: 'TARGET_ON' }),
      difference({ field: 'TEXT', label: 'Sing' }),
      difference({ kind: 'ADDED', label: 'Draw' }),
      difference({ kind: 'ADDED', label: 'Draw' }),
    ]);
    expect(groups.map(({ label, differences }) => [label, differences.length])).toEqual([
      ['Ride a horse', 2],
      ['Sing', 1],
      ['Draw', 1],
      ['Draw', 1],
    ]);
  });

  it('keeps the lines of a paper that came apart from those that went', () => {
    const groups = together([
      difference({ part: 'SAFETY_PLAN', kind: 'ADDED', label: 'a', field: 'IF_LEAVING' }),
      difference({ part: 'SAFETY_PLAN', kind: 'ADDED', label: 'b', field: 'SAFE_PLACES' }),
      difference({ part: 'SAFETY_PLAN', kind: 'REMOVED', label: 'c', field: 'SAFE_PLACES' }),
    ]);
    expect(groups.map(({ kind, differences }) => [kind, differences.length])).toEqual([
      ['ADDED', 2],
      ['REMOVED', 1],
    ]);
  });
});
