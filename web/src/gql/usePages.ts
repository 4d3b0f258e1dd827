import { useCallback, useEffect, useMemo, useState } from 'react';
import { useClient } from 'urql';
import { asRequest, type Operation } from './documents';
import { type Fault, faultOf } from './fault';
import { useQuery } from './hooks';

interface Connection<Edge> {
  edges: readonly Edge[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

export interface Pages<Data, Edge extends { node: unknown }> {
  /** The answer with the first page. */
  data: Data | undefined;
  /** Undefined until the first page has arrived. */
  rows: Edge['node'][] | undefined;
  /** The rows with what the list itself says of each. */
  edges: Edge[] | undefined;
  fetching: boolean;
  hasMore: boolean;
  more: () => void;
  fault: Fault | undefined;
  retry: () => void;
}

/**
 * A Relay connection, page after page. The document takes `$after`; `pick` finds the connection.
 * Other variables change: it starts over. The first page is watched, later ones are read once.
 */
export function usePages<
  Data,
  Variables extends { after?: string | null },
  Edge extends { node: unknown },
>(
  operation: Operation<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  pick: (data: Data) => Connection<Edge>,
  touches: string[],
): Pages<Data, Edge> {
  const client = useClient();
  const key = JSON.stringify(variables);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the variables
  const first = useMemo(() => ({ ...variables, after: null }) as unknown as Variables, [key]);
  const head = useQuery(operation, first, { touches, fresh: true });
  const [later, setLater] = useState<Connection<Edge>[]>([]);
  const [fetching, setFetching] = useState(false);
  const [fault, setFault] = useState<Fault>();

  // A new first page makes the later ones belong to another list.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer itself is the trigger
  useEffect(() => setLater([]), [head.data, key]);

  const headPage = head.data ? pick(head.data) : undefined;
  const last = later.at(-1) ?? headPage;

  const more = useCallback(async () => {
    const after = last?.pageInfo.endCursor;
    if (!after || fetching) return;
    setFetching(true);
    setFault(undefined);
    const answer = await client
      .query<Data>(asRequest(operation as Operation<unknown, never>), { ...first, after })
      .toPromise();
    setFetching(false);
    if (answer.error) setFault(faultOf(answer.error));
    else if (answer.data) {
      const page = pick(answer.data);
      setLater((pages) => [...pages, page]);
    }
  }, [client, operation, first, last, fetching, pick]);

  const edges = useMemo(
    () => headPage && [headPage, ...later].flatMap((page) => page.edges),
    [headPage, later],
  );
  const rows = useMemo(() => edges?.map((edge): Edge['node'] => edge.node), [edges]);
  return {
    data: head.data,
    rows,
    edges,
    fetching: head.fetching || fetching,
    hasMore: last?.pageInfo.hasNextPage ?? false,
    more: () => void more(),
    fault: head.fault ?? fault,
    retry: head.retry,
  };
}
