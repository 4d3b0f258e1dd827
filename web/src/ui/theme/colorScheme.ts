import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core';
import { onPreferences, preferences, setPreferences } from '~/preferences';

/** The colour scheme is one of the person's preferences; the library keeps none of its own. */
let stop: (() => void) | undefined;
export const preferenceColorScheme: MantineColorSchemeManager = {
  get: () => preferences().scheme,
  set: (scheme: MantineColorScheme) => setPreferences({ scheme }),
  subscribe: (onUpdate) => {
    stop = onPreferences((next) => onUpdate(next.scheme));
  },
  unsubscribe: () => stop?.(),
  clear: () => setPreferences({ scheme: 'auto' }),
};
