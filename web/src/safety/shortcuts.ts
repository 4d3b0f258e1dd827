import { useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { preferences } from '~/preferences';
import { shortcutsApply } from './typing';

export interface Shortcut {
  /** One key, or two one after the other: `l`, `g c`. */
  keys: string;
  /** What it does, in the reader's language, for the list under `?`. */
  label: string;
  run: () => void;
}

/** How long the first key of a sequence waits for the second one. */
const sequenceMs = 1500;

const registered = new Map<string, Shortcut>();
const listeners = new Set<() => void>();
let listed: readonly Shortcut[] = [];
const changed = () => {
  listed = [...registered.values()];
  for (const tell of listeners) tell();
};

/** Every shortcut that works on this screen, for the list under `?`. */
export const useShortcuts = (): readonly Shortcut[] =>
  useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => listed,
  );

/** Makes a key do something while this component is on screen; the newest one wins. */
export function useShortcut(keys: string, label: string, run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  // Before it is painted: who sees the screen and presses the key at once is not to press it in vain.
  useLayoutEffect(() => {
    const before = registered.get(keys);
    const mine: Shortcut = { keys, label, run: () => latest.current() };
    registered.set(keys, mine);
    changed();
    return () => {
      if (registered.get(keys) === mine) {
        if (before) registered.set(keys, before);
        else registered.delete(keys);
      }
      changed();
    };
  }, [keys, label]);
}

/**
 * Listens for all of them at once. A key that does something is kept from the page, so it does not
 * turn up in the field that then takes focus. Ctrl+K works while typing too, as it types nothing.
 */
export function listenForShortcuts(): () => void {
  let first: { key: string; at: number } | undefined;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat) return;
    const key = event.key.toLowerCase();
    if (key === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey) {
      act(event, registered.get('ctrl+k'));
      return;
    }
    if (event.key === 'Shift' || !shortcutsApply(event)) return;
    const pending = first && event.timeStamp - first.at <= sequenceMs ? first.key : undefined;
    first = undefined;
    const sequence = pending ? registered.get(`${pending} ${key}`) : undefined;
    if (sequence) {
      act(event, sequence);
    } else if (startsSequence(key)) {
      first = { key, at: event.timeStamp };
      event.preventDefault();
    } else {
      act(event, registered.get(key));
    }
  };
  document.addEventListener('keydown', onKeyDown);
  return () => document.removeEventListener('keydown', onKeyDown);
}

const startsSequence = (key: string) =>
  [...registered.keys()].some((keys) => keys.startsWith(`${key} `));

function act(event: KeyboardEvent, shortcut: Shortcut | undefined) {
  if (!shortcut) return;
  event.preventDefault();
  shortcut.run();
}

/** Keys as they are to be pressed under the person's setting, for hints: `['Alt', 'L']`. */
export function shownKeys(keys: string): string[] {
  if (keys === 'ctrl+k') return ['Ctrl', 'K'];
  const parts = keys.split(' ').map((key) => (key.length === 1 ? key.toUpperCase() : key));
  return preferences().keys === 'alt' ? parts.map((part) => `Alt+${part}`) : parts;
}
