import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Outcome } from '~/ui';
import { Outbox } from './outbox';

const done: Outcome<unknown> = { kind: 'done', value: {} };
const away: Outcome<unknown> = { kind: 'fault', message: 'No connection.' };
const no: Outcome<unknown> = { kind: 'problems', message: 'This plan has ended.', fields: [] };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function sending(words: string, answers: Outcome<unknown>[], log: string[] = []) {
  return {
    words,
    send: async () => {
      log.push(words);
      return answers.shift() ?? done;
    },
  };
}

describe('what she said, on its way', () => {
  it('goes in order, and what has no answer is sent again before the next', async () => {
    const outbox = new Outbox();
    const log: string[] = [];
    const states: string[] = [];
    outbox.subscribe(() => states.push(outbox.state));
    outbox.add(sending('one', [away, away, away], log));
    outbox.add(sending('two', [], log));
    await vi.advanceTimersByTimeAsync(400);
    expect(outbox.state).toBe('waiting');
    expect(outbox.kept.map(({ words }) => words)).toEqual(['one', 'two']);
    await vi.advanceTimersByTimeAsync(4000);
    expect(log).toEqual(['one', 'one', 'one', 'one', 'two']);
    expect(outbox.state).toBe('empty');
    expect(outbox.cause).toBeUndefined();
    expect(states).toEqual(['sending', 'waiting', 'sending', 'empty']);
  });

  it('stops at what the server does not take, keeps it, and goes on when told to', async () => {
    const outbox = new Outbox();
    outbox.add(sending('mine', [no]));
    outbox.add(sending('also mine', []));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(outbox.state).toBe('stopped');
    expect(outbox.cause).toBe('This plan has ended.');
    expect(outbox.kept).toHaveLength(2);
    await outbox.run();
    expect(outbox.state).toBe('empty');
    expect(outbox.kept).toEqual([]);
  });
});
