import { useSyncExternalStore } from 'react';

let hidden = false;
const listeners = new Set<() => void>();

export const namesHidden = () => hidden;

/** On and off by `H`, or by the switch in the header; never kept, so each sign-in starts with names. */
export function toggleNames(): void {
  hidden = !hidden;
  for (const tell of listeners) tell();
}

const subscribe = (tell: () => void) => {
  listeners.add(tell);
  return () => listeners.delete(tell);
};
export const useNamesHidden = (): boolean => useSyncExternalStore(subscribe, namesHidden);
