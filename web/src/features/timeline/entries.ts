import type {
  ClockStatus,
  ContactChannel,
  PlanState,
  ReferralState,
  StaffingType,
} from '~/gql/generated/graphql';
import type { TimelineData } from './query';
import type { Span } from './span';

export const lanes = [
  'away',
  'first',
  'plan',
  'contacts',
  'referrals',
  'staffings',
  'clocks',
] as const;
export type Lane = (typeof lanes)[number];

/** What an entry is; its words are found where it is shown. */
export type What =
  | { kind: 'away' }
  | { kind: 'first'; part: 'written' | 'lived' }
  | { kind: 'plan'; state: PlanState }
  | { kind: 'version'; number: number }
  | { kind: 'review' | 'next-review' }
  | { kind: 'contact'; channel: ContactChannel; reached: boolean }
  | { kind: 'referral'; state: ReferralState }
  | { kind: 'staffing'; type: StaffingType }
  | { kind: 'clock'; title: string; status: ClockStatus; due: number };

/** One thing in a lane: from an instant, to another where it lasts. Milliseconds. */
export interface Entry {
  key: string;
  lane: Lane;
  what: What;
  from: number;
  to: number;
  /** It goes on, or is still ahead. */
  open: boolean;
}

const at = (instant: string) => Date.parse(instant.length === 10 ? `${instant}T12:00` : instant);

/** In these a referral waits for nothing more. */
const over: readonly ReferralState[] = [
  'COMPLETED',
  'REJECTED',
  'CANCELLED',
  'FAILED',
  'ENTERED_IN_ERROR',
];

/** Everything of the answer that reaches into `span`, in lanes, in the order of time. */
export function entriesOf(data: TimelineData, now: number, span: Span): Entry[] {
  const point = (key: string, lane: Lane, what: What, instant: string, open = false): Entry => ({
    key,
    lane,
    what,
    from: at(instant),
    to: at(instant),
    open: open || at(instant) > now,
  });
  const lasts = (key: string, lane: Lane, what: What, from: string, until?: string | null) => ({
    key,
    lane,
    what,
    from: at(from),
    to: until ? Math.max(at(until), at(from)) : now,
    open: !until,
  });
  const { plans } = data;
  const entries: Entry[] = [
    ...data.episodes.map((one) =>
      lasts(one.id, 'away', { kind: 'away' }, one.infoReceivedAt, one.recoveredAt),
    ),
    ...plans.immediate.flatMap(({ writtenFrom, activatedAt, endedAt }) => [
      lasts(
        `${writtenFrom}:written`,
        'first',
        { kind: 'first', part: 'written' },
        writtenFrom,
        activatedAt ?? endedAt,
      ),
      ...(activatedAt
        ? [
            lasts(
              `${writtenFrom}:lived`,
              'first',
              { kind: 'first', part: 'lived' },
              activatedAt,
              endedAt,
            ),
          ]
        : []),
    ]),
    ...plans.phases.map(({ state, from, until }) =>
      lasts(`${state}:${from}`, 'plan', { kind: 'plan', state }, from, until),
    ),
    ...plans.versions.map(({ number, frozenAt }) =>
      point(`version:${frozenAt}`, 'plan', { kind: 'version', number }, frozenAt),
    ),
    ...plans.reviews.map(({ heldAt }) =>
      point(`review:${heldAt}`, 'plan', { kind: 'review' }, heldAt),
    ),
    ...(plans.nextReviewOn
      ? [point('next-review', 'plan', { kind: 'next-review' }, plans.nextReviewOn, true)]
      : []),
    ...data.contacts.map(({ id, channel, outcome, occurredAt }) =>
      point(
        id,
        'contacts',
        { kind: 'contact', channel, reached: outcome === 'REACHED' },
        occurredAt,
      ),
    ),
    ...data.referrals.map(({ id, state, createdAt }) =>
      point(id, 'referrals', { kind: 'referral', state }, createdAt, !over.includes(state)),
    ),
    ...data.staffings.map((one) =>
      point(one.id, 'staffings', { kind: 'staffing', type: one.type }, one.at),
    ),
    ...data.clocks.map((one): Entry => {
      const [start, due] = [at(one.startedAt), at(one.dueAt)];
      const end = one.metAt ?? one.endedAt;
      return {
        key: one.id,
        lane: 'clocks',
        what: { kind: 'clock', title: one.title, status: one.status, due },
        from: start,
        // What is overdue runs on.
        to: Math.max(end ? at(end) : due, one.status === 'OVERDUE' ? now : start, start),
        open: !end,
      };
    }),
  ];
  return entries
    .filter((one) => one.to >= span.from && one.from < span.to)
    .sort((one, other) => one.from - other.from);
}

/** Those that are bars on the first row of their lane and follow upon each other. */
const follows = ({ what }: Entry) => what.kind === 'plan' || what.kind === 'first';

/** So many rows has a lane; what finds none free lies on the last. */
const most = 6;

/** Rows within a lane, so that nothing lies on another: each mark needs `room` beside it. */
export function rowsOf(entries: readonly Entry[], room: number): Map<string, number> {
  const ends: number[] = [];
  const rows = new Map<string, number>();
  const bars = entries.some(follows);
  for (const entry of entries) {
    if (follows(entry)) {
      rows.set(entry.key, 0);
      continue;
    }
    const first = bars ? 1 : 0;
    let row = first;
    while (row < first + most - 1 && (ends[row] ?? Number.NEGATIVE_INFINITY) > entry.from) row += 1;
    ends[row] = Math.max(ends[row] ?? Number.NEGATIVE_INFINITY, entry.to + room);
    rows.set(entry.key, row);
  }
  return rows;
}
