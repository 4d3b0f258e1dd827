import type { KeyboardEvent } from 'react';

/**
 * What Enter takes in a field that seeks: the match that is marked, or else `first`. The form is
 * not sent. The library would leave Enter to the form when the matches have come just now.
 * @returns nothing when another key was pressed, or nothing matches
 */
export function takenByEnter(
  event: KeyboardEvent<HTMLInputElement>,
  first: string | undefined,
): string | undefined {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return undefined;
  event.preventDefault();
  const list = document.getElementById(event.currentTarget.getAttribute('aria-controls') ?? '');
  const marked = list?.querySelector('[data-combobox-selected]')?.getAttribute('value');
  return marked ?? first;
}
