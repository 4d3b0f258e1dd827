import { useEffect, useRef } from 'react';
import { shortcutsApply } from '~/safety/typing';

interface QueueKeys {
  /** One on, or one back. */
  move: (step: 1 | -1) => void;
  /** Goes to the decision on the current one. */
  enter: () => void;
}

/** J and K go through a queue, Enter to the decision; what has focus answers Enter itself. */
export function useQueueKeys(keys: QueueKeys) {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !shortcutsApply(event)) return;
      const answers = document.activeElement?.matches('a, button, summary, [role="tab"]') ?? false;
      if (event.key === 'Enter' && !answers) {
        event.preventDefault();
        latest.current.enter();
      }
      if (event.key === 'j' || event.key === 'k') {
        event.preventDefault();
        latest.current.move(event.key === 'j' ? 1 : -1);
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
