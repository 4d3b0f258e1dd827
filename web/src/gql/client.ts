import { Client, cacheExchange, fetchExchange } from 'urql';
import { refresh, setSession } from './session';

/**
 * One client per sign-in. Its cache is in memory and goes with it; documents are cached whole,
 * and a mutation makes stale what shows a type it touched. Nothing is optimistic.
 */
export const newClient = (): Client =>
  new Client({
    url: '/graphql',
    exchanges: [cacheExchange, fetchExchange],
    fetch: graphqlFetch,
    preferGetMethod: false,
    fetchOptions: {
      headers: { 'x-trellis': '1' },
      credentials: 'same-origin',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    },
  });

let changes = 0;

/**
 * Asks again when something was changed while the answer was on its way: the answer may be older than
 * the change, and the cache, which knows of an answer only what has arrived, would keep it.
 */
export async function questionFetch(
  input: RequestInfo | URL,
  init?: RequestInit,
): Promise<Response> {
  for (;;) {
    const before = changes;
    const answer = await graphqlFetch(input, init);
    if (before === changes) return answer;
  }
}

/** Sends a change: what was asked before its answer came is out of date. */
export async function changeFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  try {
    return await graphqlFetch(input, init);
  } finally {
    // Also when the answer was lost: the change itself may have arrived.
    changes += 1;
  }
}

/** Sends once; if the access token has run out, refreshes it in silence and sends once more. */
export async function graphqlFetch(
  input: RequestInfo | URL,
  init?: RequestInit,
): Promise<Response> {
  const sentAt = performance.now();
  const first = await whole(await fetch(input, init));
  if (first.together) return goTogether();
  if (!first.unauthenticated) {
    setSession('live');
    return first.response;
  }
  if (await refresh(sentAt)) {
    const second = await whole(await fetch(input, init));
    if (second.together) return goTogether();
    if (!second.unauthenticated) {
      setSession('live');
      return second.response;
    }
  }
  setSession('ended');
  return first.response;
}

/**
 * The session is in the together view, in this tab or another: every page of it is that one. The
 * answer does not come any more, so that nothing is said of it on the way.
 */
function goTogether(): Promise<Response> {
  window.location.replace('/together');
  return new Promise(() => undefined);
}

/** Reads the body to see what it says of the session, and gives a response with the same body. */
async function whole(answer: Response) {
  const text = await answer.text();
  return {
    unauthenticated: answer.status === 401 || text.includes('"code":"UNAUTHENTICATED"'),
    together: text.includes('"code":"TOGETHER"'),
    response: new Response(text, { status: answer.status, headers: answer.headers }),
  };
}
