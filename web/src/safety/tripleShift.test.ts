import { fireEvent } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { watchTripleShift } from './tripleShift';

let stop = () => {};
afterEach(() => {
  stop();
  vi.useRealTimers();
});
function watch() {
  const counts: number[] = [];
  const left = vi.fn();
  stop = watchTripleShift((count) => counts.push(count), left);
  return { counts, left };
}
const tap = (key = 'Shift') => {
  fireEvent.keyDown(document.body, { key });
  fireEvent.keyUp(document.body, { key });
};

describe('Shift three times', () => {
  it('rule_121_leaves_and_fills_the_dots_on_the_way', () => {
    const { counts, left } = watch();
    tap();
    tap();
    expect(counts).toEqual([1, 2]);
    expect(left).not.toHaveBeenCalled();
    tap();
    expect(left).toHaveBeenCalledOnce();
  });

  it('rule_121_capital_letters_do_not_leave', () => {
    const { left } = watch();
    for (let at = 0; at < 4; at += 1) {
      fireEvent.keyDown(document.body, { key: 'Shift' });
      fireEvent.keyDown(document.body, { key: 'A' });
      fireEvent.keyUp(document.body, { key: 'A' });
      fireEvent.keyUp(document.body, { key: 'Shift' });
    }
    tap();
    tap();
    tap('a');
    tap();
    expect(left).not.toHaveBeenCalled();
  });

  it('rule_121_escape_is_not_bound', () => {
    const { counts, left } = watch();
    tap('Escape');
    tap('Escape');
    tap('Escape');
    expect(counts).toEqual([]);
    expect(left).not.toHaveBeenCalled();
  });
});
