import { useSyncExternalStore } from 'react';
import { api } from './api';

/**
 * Whether this browser has a live session. `ended` puts the sign-in screen over the page, which
 * stays as it is underneath, with everything typed, until the same person is back.
 */
export type SessionState = 'unknown' | 'live' | 'ended';

let state: SessionState = 'unknown';
const listeners = new Set<() => void>();

export const sessionState = (): SessionState => state;

export function setSession(next: SessionState): void {
  if (next === state) return;
  state = next;
  for (const tell of listeners) tell();
}

const subscribe = (tell: () => void) => {
  listeners.add(tell);
  return () => listeners.delete(tell);
};
export const useSession = (): SessionState => useSyncExternalStore(subscribe, sessionState);

let refreshedAt = 0;
const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('r');
channel?.addEventListener('message', () => {
  refreshedAt = performance.now();
});

/**
 * Gets a new access token with the refresh cookie, once for all that wait for it. Tabs share the
 * cookie, and a refresh token used twice ends the session, so they take turns by a lock; a tab
 * whose neighbour has just refreshed has nothing left to do. Returns whether the session lives.
 */
export function refresh(askedAt: number): Promise<boolean> {
  return inTurn(async () => {
    if (refreshedAt >= askedAt) return true;
    const answer = await api('/auth/refresh');
    if (!answer.ok) return false;
    refreshedAt = performance.now();
    channel?.postMessage('refreshed');
    return true;
  });
}

let queue: Promise<unknown> = Promise.resolve();
function inTurn(work: () => Promise<boolean>): Promise<boolean> {
  // Locks exist on secure origins alone; elsewhere at least this tab queues.
  if (navigator.locks) return navigator.locks.request('r', work);
  const next = queue.then(work, work);
  queue = next;
  return next;
}
