import type {
  ClockStatus,
  ContactChannel,
  PlanState,
  ReferralState,
  StaffingType,
} from '~/gql/generated/graphql';
import type { TimelineData } from './query';

export const lanes = ['away', 'plan', 'contacts', 'referrals', 'staffings', 'clocks'] as const;
export type Lane = (typeof lanes)[number];

/** What an entry is; its words are found where it is shown. */
export type What =
  | { kind: 'away' }
  | { kind: 'plan'; state: PlanState }
  | { kind: 'review' | 'next-review' }
  | { kind: 'contact'; channel: ContactChannel; reached: boolean }
  | { kind: 'referral'; state: ReferralState }
  | { kind: 'staffing'; type: StaffingType }
  | { kind: 'clock'; title: string; status: ClockStatus };

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

/** Everything of the answer as entries of lanes, in the order of time. */
export function entriesOf(data: TimelineData, now: number): Entry[] {
  const of = data.case;
  if (!of) return [];
  const point = (key: string, lane: Lane, what: What, instant: string, open = false): Entry => ({
    key,
    lane,
    what,
    from: at(instant),
    to: at(instant),
    open: open || at(instant) > now,
  });
  const clock = (
    one: NonNullable<TimelineData['case']>['runningClocks'][number],
    end: string | null,
  ): Entry => ({
    key: one.id,
    lane: 'clocks',
    what: { kind: 'clock', title: one.title, status: one.status },
    from: at(one.startedAt),
    to: Math.max(at(end ?? one.dueAt), at(one.startedAt)),
    open: !end,
  });
  const clocks = [
    ...data.clocks.edges.map(({ node }) => clock(node, node.metAt ?? node.endedAt)),
    ...of.runningClocks.map((one) => clock(one, null)),
  ];
  const entries: Entry[] = [
    ...of.episodes.edges.map(
      ({ node }): Entry => ({
        key: node.id,
        lane: 'away',
        what: { kind: 'away' },
        from: at(node.infoReceivedAt),
        to: node.recoveredAt ? at(node.recoveredAt) : now,
        open: !node.recoveredAt,
      }),
    ),
    ...planEntries(of.plan, now),
    ...of.contacts.edges.map(({ node }) =>
      point(
        node.id,
        'contacts',
        { kind: 'contact', channel: node.channel, reached: node.outcome === 'REACHED' },
        node.occurredAt,
      ),
    ),
    ...of.referrals.edges.map(({ node }) =>
      point(
        node.id,
        'referrals',
        { kind: 'referral', state: node.state },
        node.createdAt,
        !over.includes(node.state),
      ),
    ),
    ...of.staffings.edges
      .filter(({ node }) => !node.cancelled)
      .map(({ node }) =>
        point(node.id, 'staffings', { kind: 'staffing', type: node.type }, node.at),
      ),
    ...clocks,
  ];
  return entries.sort((one, other) => one.from - other.from);
}

/** In these a referral waits for nothing more. */
const over: readonly ReferralState[] = [
  'COMPLETED',
  'REJECTED',
  'CANCELLED',
  'FAILED',
  'ENTERED_IN_ERROR',
];

function planEntries(plan: NonNullable<TimelineData['case']>['plan'], now: number): Entry[] {
  if (!plan) return [];
  const end = plan.state === 'COMPLETED' ? plan.endings[0]?.endedAt : undefined;
  const entries: Entry[] = [];
  if (plan.activatedAt) {
    entries.push({
      key: plan.id,
      lane: 'plan',
      what: { kind: 'plan', state: plan.state },
      from: at(plan.activatedAt),
      to: end ? Math.max(at(end), at(plan.activatedAt)) : now,
      open: !end,
    });
  }
  for (const { heldAt } of plan.reviews) {
    const held = at(heldAt);
    entries.push({
      key: `${plan.id}:${heldAt}`,
      lane: 'plan',
      what: { kind: 'review' },
      from: held,
      to: held,
      open: false,
    });
  }
  if (plan.reviewOn && !end) {
    const next = at(plan.reviewOn);
    entries.push({
      key: `${plan.id}:next`,
      lane: 'plan',
      what: { kind: 'next-review' },
      from: next,
      to: next,
      open: true,
    });
  }
  return entries;
}

export const zooms = ['month', 'quarter', 'year', 'all'] as const;
export type Zoom = (typeof zooms)[number];
const day = 86_400_000;
const days: Record<Exclude<Zoom, 'all'>, number> = { month: 30, quarter: 90, year: 365 };

/** The first instant of a preset; undefined: from the beginning. */
export const startOf = (zoom: Zoom, now: number): number | undefined =>
  zoom === 'all' ? undefined : now - days[zoom] * day;

/** What is drawn: from, to, and the entries that reach into it. A third of the time lies ahead. */
export function windowOf(entries: readonly Entry[], zoom: Zoom, now: number) {
  const start = startOf(zoom, now);
  const from = start ?? Math.min(now - 7 * day, ...entries.map((one) => one.from)) - day;
  const to =
    start === undefined
      ? Math.max(now + 7 * day, ...entries.map((one) => one.to)) + day
      : now + (now - start) / 3;
  return { from, to, entries: entries.filter((one) => one.to >= from && one.from <= to) };
}

/** Rows within a lane, so that what lasts does not lie on each other. Points share the first. */
export function rowsOf(entries: readonly Entry[], gap: number): Map<string, number> {
  const ends: number[] = [];
  const rows = new Map<string, number>();
  for (const entry of entries) {
    const free = ends.findIndex((end) => end + gap <= entry.from);
    const row = entry.from === entry.to ? 0 : free >= 0 ? free : ends.length;
    if (entry.from !== entry.to) ends[row] = entry.to;
    rows.set(entry.key, row);
  }
  return rows;
}
