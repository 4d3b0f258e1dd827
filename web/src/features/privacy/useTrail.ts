import { useEffect, useState } from 'react';
import { graphql, usePages } from '~/gql';
import type { AuditTrailQuery } from '~/gql/generated/graphql';
import { isBefore, isNarrowed, matches, type TrailSearch } from './search';

const TrailDocument = graphql(`
  query AuditTrail($after: String) {
    auditTrail(first: 100, after: $after) {
      edges {
        node {
          id at act outcome targetType changedFields
          actor { id name }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
export type TrailEntry = AuditTrailQuery['auditTrail']['edges'][number]['node'];

/** Matches that fill a screen: then it waits to be asked for more. */
const enough = 25;
/** Entries that are looked through before it asks whether to go on. */
const stretch = 1000;

/**
 * The trail, newest first. The server gives it whole, page by page; what is sought is picked out
 * here, and it looks further back by itself until a screen is full or a stretch has been read.
 */
export function useTrail(search: TrailSearch) {
  const pages = usePages(TrailDocument, {}, (data) => data.auditTrail, ['AuditEntry']);
  const [limit, setLimit] = useState({ found: enough, read: stretch });
  const read = pages.rows ?? [];
  const found = read.filter((entry) => matches(entry, search));
  const last = read.at(-1);
  const over = !pages.hasMore || (last !== undefined && isBefore(last, search));
  const narrowed = isNarrowed(search);
  const goesOn =
    narrowed && !over && !pages.fault && found.length < limit.found && read.length < limit.read;
  const { more, fetching } = pages;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each page that arrives is the trigger
  useEffect(() => {
    if (goesOn && !fetching && read.length > 0) more();
  }, [goesOn, fetching, read.length]);
  const sought = JSON.stringify(search);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another search starts over
  useEffect(() => setLimit({ found: enough, read: Math.max(stretch, read.length) }), [sought]);

  return {
    entries: pages.rows && (goesOn && found.length === 0 ? undefined : found),
    read: read.length,
    backTo: last?.at,
    looking: fetching || goesOn,
    over,
    further: () => {
      setLimit({ found: found.length + enough, read: read.length + stretch });
      if (!narrowed) more();
    },
    fault: pages.fault,
    retry: pages.retry,
  };
}
