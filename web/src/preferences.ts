import { useSyncExternalStore } from 'react';
import * as v from 'valibot';

/**
 * How this person likes the screen on this device. Nothing here says who they are or what the
 * page is for, so it may stay in local storage, under a key that says nothing either (rule 124).
 */
const Preferences = v.object({
  scheme: v.fallback(v.picklist(['auto', 'light', 'dark']), 'auto'),
  density: v.fallback(v.picklist(['roomy', 'compact']), 'roomy'),
  font: v.fallback(v.picklist(['plain', 'reading']), 'plain'),
  language: v.fallback(v.picklist(['en', 'es']), () => firstLanguage()),
  /** Single-key shortcuts: on, only together with Alt, or off (WCAG 2.1.4). */
  keys: v.fallback(v.picklist(['on', 'alt', 'off']), 'on'),
  /** Cover the page as soon as another tab or window is in front. */
  blankWhenAway: v.fallback(v.boolean(), false),
});
export type Preferences = v.InferOutput<typeof Preferences>;
export type Language = Preferences['language'];

const storageKey = 'p';
const listeners = new Set<(next: Preferences) => void>();
let current = read();

export const preferences = (): Preferences => current;

export function setPreferences(change: Partial<Preferences>): void {
  const next = { ...current, ...change };
  // Some who are told of a change set it again themselves: that is no change.
  if (JSON.stringify(next) === JSON.stringify(current)) return;
  current = next;
  try {
    localStorage.setItem(storageKey, JSON.stringify(current));
  } catch {
    // Storage may be refused (private window): the choice then holds until the page closes.
  }
  show();
  for (const tell of listeners) tell(current);
}

export function onPreferences(tell: (next: Preferences) => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export const usePreferences = (): Preferences => useSyncExternalStore(onPreferences, preferences);

/** Puts what style sheets depend on onto the root element. */
export function show(): void {
  const root = document.documentElement;
  root.dataset.density = current.density;
  root.dataset.font = current.font;
  root.lang = current.language;
  if (current.font === 'reading') void import('~/ui/theme/reading-font');
}

function read(): Preferences {
  let stored: unknown = {};
  try {
    stored = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
  } catch {
    // Refused or damaged: the defaults are as good.
  }
  return v.parse(Preferences, stored && typeof stored === 'object' ? stored : {});
}

function firstLanguage(): 'en' | 'es' {
  return navigator.languages?.some((tag) => tag.startsWith('es')) &&
    !navigator.language.startsWith('en')
    ? 'es'
    : 'en';
}
