import { describe, expect, it } from 'vitest';
import { type Entry, entriesOf, rowsOf, windowOf } from './entries';
import type { TimelineData } from './query';

const now = Date.parse('2026-03-10T12:00:00Z');
const page = { __typename: 'PageInfo', hasNextPage: false } as const;
const none = { edges: [], pageInfo: page };
const data = {
  case: {
    openedAt: '2026-01-01T12:00:00Z',
    episodes: {
      edges: [{ node: { id: 'e', infoReceivedAt: '2026-03-01T12:00:00Z', recoveredAt: null } }],
      pageInfo: page,
    },
    contacts: {
      edges: [
        {
          node: {
            id: 'c',
            occurredAt: '2026-02-01T12:00:00Z',
            channel: 'PHONE',
            outcome: 'REACHED',
          },
        },
      ],
      pageInfo: page,
    },
    referrals: none,
    staffings: {
      edges: [{ node: { id: 's', at: '2026-03-20T12:00:00Z', type: 'INITIAL', cancelled: true } }],
      pageInfo: page,
    },
    plan: null,
    runningClocks: [
      {
        id: 'k',
        title: 'Tell',
        status: 'OVERDUE',
        startedAt: '2026-03-01T12:00:00Z',
        dueAt: '2026-03-02T12:00:00Z',
      },
    ],
  },
  clocks: none,
} as unknown as TimelineData;

describe('the timeline of a case', () => {
  it('puts each thing in its lane, in the order of time', () => {
    const entries = entriesOf(data, now);
    expect(entries.map(({ key, lane }) => [key, lane])).toEqual([
      ['c', 'contacts'],
      ['e', 'away'],
      ['k', 'clocks'],
    ]);
    expect(entries[1]).toMatchObject({ to: now, open: true });
  });

  it('shows what reaches into the time that is looked at', () => {
    const shown = windowOf(entriesOf(data, now), 'month', now);
    expect(shown.entries.map(({ key }) => key)).toEqual(['e', 'k']);
    const all = windowOf(entriesOf(data, now), 'all', now);
    expect(all.entries).toHaveLength(3);
    expect(all.from).toBeLessThan(Date.parse('2026-02-01T12:00:00Z'));
  });

  it('lays what lasts side by side below each other', () => {
    const bar = (key: string, from: number, to: number): Entry => ({
      key,
      lane: 'clocks',
      what: { kind: 'away' },
      from,
      to,
      open: false,
    });
    const rows = rowsOf([bar('a', 0, 10), bar('b', 5, 8), bar('c', 9, 20), bar('d', 12, 13)], 1);
    expect(Object.fromEntries(rows)).toEqual({ a: 0, b: 1, c: 1, d: 0 });
  });
});
