import { useCallback, useMemo } from 'react';
import { type CombinedError, useClient, useQuery as useUrqlQuery } from 'urql';
import type { Outcome } from '~/ui';
import { changeFetch, questionFetch } from './client';
import { asRequest, type Operation } from './documents';
import { type Fault, faultOf } from './fault';
import { outcomeOf, type SuccessOf } from './outcome';

export interface QueryState<Data> {
  data: Data | undefined;
  /** On its way; `data` may still show the answer before. */
  fetching: boolean;
  fault: Fault | undefined;
  retry: () => void;
}

interface QueryOptions {
  /** Do not ask yet. */
  pause?: boolean;
  /** Types whose change makes this answer stale, also while it is empty: `['Case']`. */
  touches?: string[];
  /** Ask the server again although the answer is in memory. */
  fresh?: boolean;
}

/** Reads. The answer stays on screen while a newer one is fetched. */
export function useQuery<Data, Variables extends object>(
  operation: Operation<Data, Variables>,
  variables: Variables,
  { pause = false, touches, fresh = false }: QueryOptions = {},
): QueryState<Data> {
  const touched = touches?.join();
  const context = useMemo(
    () => ({
      ...(touched ? { additionalTypenames: touched.split(',') } : {}),
      requestPolicy: fresh ? ('cache-and-network' as const) : ('cache-first' as const),
      fetch: questionFetch,
    }),
    [touched, fresh],
  );
  const [state, run] = useUrqlQuery<Data, Variables>({
    query: asRequest(operation as Operation<unknown, never>),
    variables,
    pause,
    context,
  });
  const retry = useCallback(() => run({ requestPolicy: 'network-only' }), [run]);
  return {
    data: state.data,
    fetching: state.fetching || state.stale,
    fault: state.error ? faultOf(state.error) : undefined,
    retry,
  };
}

/** Changes. The answer is an outcome, so a `Form` can be given it as it is. */
export function useMutation<Data extends object, Variables extends object>(
  operation: Operation<Data, Variables>,
): (variables: Variables) => Promise<Outcome<SuccessOf<Data>>> {
  const client = useClient();
  return useCallback(
    async (variables) => {
      const { data, error } = await client
        .mutation<Data>(asRequest(operation as Operation<unknown, never>), variables, {
          fetch: changeFetch,
        })
        .toPromise();
      return outcomeOf(data, error);
    },
    [client, operation],
  );
}

type Answer<Data> =
  | { kind: 'done'; data: Data }
  | { kind: 'fault'; message: string; requestId?: string | undefined };

/** Asks the server once, now, for what a screen needs in the middle of something. */
export function useAsk<Data, Variables extends object>(
  operation: Operation<Data, Variables>,
): (variables: Variables) => Promise<Answer<Data>> {
  const client = useClient();
  return useCallback(
    async (variables) => {
      const { data, error } = await client
        .query<Data>(asRequest(operation as Operation<unknown, never>), variables, {
          requestPolicy: 'network-only',
        })
        .toPromise();
      if (data) return { kind: 'done', data };
      const { message, requestId } = faultOf(error as CombinedError);
      return { kind: 'fault', message, requestId };
    },
    [client, operation],
  );
}
