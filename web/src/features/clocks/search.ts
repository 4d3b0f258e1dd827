import * as v from 'valibot';
import type { ClockFilter } from '~/gql/generated/graphql';

export const clockParts = [
  'running',
  'overdue',
  'due-soon',
  'to-do',
  'not-due',
  'met',
  'met-late',
  'waived',
  'not-applicable',
] as const;
export type ClockPart = (typeof clockParts)[number];
const views = ['mine', 'team'] as const;
export type ClockView = (typeof views)[number];

/** The statuses of each part of the list. */
export const statusesOf = {
  running: ['OVERDUE', 'DUE_SOON', 'NOT_DUE'],
  overdue: ['OVERDUE'],
  'due-soon': ['DUE_SOON'],
  'to-do': ['OVERDUE', 'DUE_SOON'],
  'not-due': ['NOT_DUE'],
  met: ['MET'],
  'met-late': ['MET_LATE'],
  waived: ['WAIVED'],
  'not-applicable': ['NOT_APPLICABLE'],
} as const satisfies Record<ClockPart, NonNullable<ClockFilter['status']>>;

/** What may stand in the address of the list: names of its parts, and a day (rule 124). */
export const ClocksSearch = v.object({
  view: v.fallback(v.optional(v.picklist(views)), undefined),
  part: v.fallback(v.optional(v.picklist(clockParts)), undefined),
  /** Only those that run, or ended on this day or later: as the board counts. */
  since: v.fallback(v.optional(v.pipe(v.string(), v.isoDate())), undefined),
});
export type ClocksSearch = v.InferOutput<typeof ClocksSearch>;

/** The server's filter for what the address says. */
export const filterOf = (view: ClockView, part: ClockPart, since?: string): ClockFilter => ({
  view: view === 'team' ? 'TEAM' : 'MINE',
  status: [...statusesOf[part]],
  ...(since ? { endedSince: since } : {}),
});
