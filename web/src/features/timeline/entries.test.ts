import { describe, expect, it } from 'vitest';
import { type Entry, entriesOf, rowsOf } from './entries';
import type { TimelineData } from './query';

const now = Date.parse('2026-03-10T12:00:00Z');
const year = { from: Date.parse('2025-04-01T00:00:00Z'), to: Date.parse('2026-06-01T00:00:00Z') };
const data = {
  beginsAt: '2026-01-01T12:00:00Z',
  endsAt: '2026-03-20T12:00:00Z',
  cut: [],
  episodes: [{ id: 'e', infoReceivedAt: '2026-03-01T12:00:00Z', recoveredAt: null }],
  plans: {
    phases: [
      { state: 'ACTIVE', from: '2026-01-10T12:00:00Z', until: '2026-02-10T12:00:00Z' },
      { state: 'PAUSED', from: '2026-02-10T12:00:00Z', until: null },
    ],
    immediate: [
      { writtenFrom: '2026-03-01T13:00:00Z', activatedAt: '2026-03-02T12:00:00Z', endedAt: null },
    ],
    versions: [{ number: 7, frozenAt: '2026-01-10T12:00:00Z' }],
    reviews: [],
    nextReviewOn: '2026-05-01',
  },
  contacts: [{ id: 'c', occurredAt: '2026-02-01T12:00:00Z', channel: 'PHONE', outcome: 'REACHED' }],
  referrals: [],
  staffings: [{ id: 's', at: '2026-03-20T12:00:00Z', type: 'TRIAGE' }],
  clocks: [
    {
      id: 'k',
      title: 'Tell',
      status: 'OVERDUE',
      startedAt: '2026-03-01T12:00:00Z',
      dueAt: '2026-03-02T12:00:00Z',
      metAt: null,
      endedAt: null,
    },
  ],
} as unknown as TimelineData;

describe('the timeline of a case', () => {
  it('puts each thing in its lane, in the order of time', () => {
    const entries = entriesOf(data, now, year);
    expect(entries.map(({ lane, what, open }) => [lane, what.kind, open])).toEqual([
      ['plan', 'plan', false],
      ['plan', 'version', false],
      ['contacts', 'contact', false],
      ['plan', 'plan', true],
      ['away', 'away', true],
      ['clocks', 'clock', true],
      ['first', 'first', false],
      ['first', 'first', true],
      ['staffings', 'staffing', true],
      ['plan', 'next-review', true],
    ]);
    const away = entries.find(({ lane }) => lane === 'away');
    const clock = entries.find(({ lane }) => lane === 'clocks');
    expect([away?.to, clock?.to]).toEqual([now, now]);
  });

  it('shows what reaches into the time that is looked at', () => {
    const march = { from: Date.parse('2026-03-01T00:00:00Z'), to: Date.parse('2026-03-05') };
    const kinds = entriesOf(data, now, march).map(({ what }) => what.kind);
    expect(kinds).toEqual(['plan', 'away', 'clock', 'first', 'first']);
  });

  const bar = (key: string, from: number, to: number, what: Entry['what']): Entry => ({
    key,
    lane: 'clocks',
    what,
    from,
    to,
    open: false,
  });

  it('lays what lasts, and what happened close together, below each other', () => {
    const away = { kind: 'away' } as const;
    const rows = rowsOf(
      [
        bar('a', 0, 10, away),
        bar('b', 5, 8, away),
        bar('c', 9, 20, away),
        bar('d', 12, 12, away),
        bar('e', 12.5, 12.5, away),
      ],
      1,
    );
    expect(Object.fromEntries(rows)).toEqual({ a: 0, b: 1, c: 1, d: 0, e: 2 });
  });

  it('keeps the phases of a plan in one line, and its marks beneath', () => {
    const active = { kind: 'plan', state: 'ACTIVE' } as const;
    const paused = { kind: 'plan', state: 'PAUSED' } as const;
    const rows = rowsOf(
      [
        bar('a', 0, 10, active),
        bar('v', 0, 0, { kind: 'version', number: 1 }),
        bar('p', 10, 20, paused),
      ],
      1,
    );
    expect(Object.fromEntries(rows)).toEqual({ a: 0, v: 1, p: 0 });
  });
});
