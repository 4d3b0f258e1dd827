import * as v from 'valibot';
import { states } from '~/features/words';
import type { DirectoryTaskKind, State } from '~/gql/generated/enums';

export const kinds = [
  'INCOMPLETE',
  'SOURCE_CHANGED',
  'ANSWERED',
  'UNVERIFIED',
  'STALE',
] as const satisfies readonly DirectoryTaskKind[];

/** Which part of the work is shown: what an address does not say, or says wrongly, is left out. */
export const QueueSearch = v.object({
  kind: v.fallback(v.optional(v.picklist(kinds)), undefined),
  state: v.fallback(v.optional(v.picklist(Object.keys(states) as State[])), undefined),
});
