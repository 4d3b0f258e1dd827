import { preferences } from '~/preferences';

const textual = 'input, textarea, select, [contenteditable="true"], [role="combobox"]';

/** True while what has focus takes letters. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(textual) !== null;

/**
 * Whether a single-key shortcut may act on this key press: not while typing, not with other
 * modifiers, not under an open dialog, and only as the person's own setting allows (WCAG 2.1.4).
 */
export function shortcutsApply(event: KeyboardEvent): boolean {
  const { keys } = preferences();
  if (keys === 'off' || event.ctrlKey || event.metaKey || event.isComposing) return false;
  if (event.altKey !== (keys === 'alt')) return false;
  if (isTyping(event.target)) return false;
  return document.querySelector('[role="dialog"], [role="alertdialog"]') === null;
}
