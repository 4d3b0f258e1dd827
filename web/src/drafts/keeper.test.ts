import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftKeeper, type DraftState, type DraftStore, type SaveAnswer } from './keeper';

const at = '2026-11-23T10:42:00Z';
let saved: [string, number][];
let answers: SaveAnswer[];
let states: DraftState['kind'][];

beforeEach(() => {
  vi.useFakeTimers();
  saved = [];
  answers = [];
  states = [];
});

function keeper(draft: Awaited<ReturnType<DraftStore['load']>> = null) {
  const store = {
    load: async () => draft,
    save: async (content: string, version: number): Promise<SaveAnswer> => {
      saved.push([content, version]);
      return answers.shift() ?? { kind: 'saved', version: version + 1, at };
    },
    discard: vi.fn(async () => {}),
  };
  return { store, keeper: new DraftKeeper(store, (state) => states.push(state.kind)) };
}
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe('a draft', () => {
  it('rule_125_is_saved_on_the_server_once_typing_rests', async () => {
    const { keeper: draft } = keeper();
    draft.changed('a');
    await pass(500);
    draft.changed('ab');
    await pass(1100);
    expect(saved).toEqual([]);
    await pass(200);
    expect(saved).toEqual([['ab', 0]]);
    expect(states).toEqual(['saving', 'saved']);
  });

  it('is tried again until it is there, and never called saved before', async () => {
    const { keeper: draft } = keeper();
    answers = [{ kind: 'failed' }, { kind: 'failed' }];
    draft.changed('a');
    await pass(1200);
    expect(states.at(-1)).toBe('kept');
    await pass(2000);
    expect(states.at(-1)).toBe('kept');
    await pass(5000);
    expect(saved).toHaveLength(3);
    expect(states.at(-1)).toBe('saved');
  });

  it('goes on above a newer version that another tab saved', async () => {
    const { keeper: draft } = keeper();
    answers = [{ kind: 'newer', version: 6 }];
    draft.changed('mine');
    await pass(1300);
    expect(saved).toEqual([
      ['mine', 0],
      ['mine', 6],
    ]);
  });

  it('comes back, but not over something typed meanwhile', async () => {
    const stored = { version: 3, at, content: '{"note":"before"}' };
    expect(await keeper(stored).keeper.restore()).toBe(stored.content);
    const typed = keeper(stored).keeper;
    typed.changed('now');
    expect(await typed.restore()).toBeUndefined();
    await pass(1200);
    expect(saved).toEqual([['now', 3]]);
  });

  it('is gone once the form was sent, and is not saved again', async () => {
    const { keeper: draft, store } = keeper();
    draft.changed('a');
    await draft.discard();
    draft.changed('b');
    await pass(60_000);
    expect(saved).toEqual([]);
    expect(store.discard).toHaveBeenCalledOnce();
  });

  it('makes a last try when the form leaves the screen', async () => {
    const { keeper: draft } = keeper();
    draft.changed('a');
    await draft.leave();
    expect(saved).toEqual([['a', 0]]);
  });
});
