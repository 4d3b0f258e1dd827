import { useEffect, useRef, useState } from 'react';
import { shortcutsApply } from '~/safety/typing';

/** J and K move through rows, Enter opens the marked one, X selects it; never while text is being typed. */
export function useRowKeys(
  count: number,
  open: (at: number) => void,
  select: (at: number) => void,
) {
  const [current, setCurrent] = useState(-1);
  const body = useRef<HTMLTableSectionElement>(null);
  const latest = useRef({ current, count, open, select });
  latest.current = { current, count, open, select };

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!shortcutsApply(event)) return;
      const { current: at, count: rows, open: openRow, select: selectRow } = latest.current;
      if (event.key === 'Enter') {
        // A focused link or button answers Enter itself.
        if (at >= 0 && document.activeElement === document.body) openRow(at);
        return;
      }
      if (event.key === 'x') {
        if (at >= 0) selectRow(at);
        return;
      }
      const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
      if (!step || rows === 0) return;
      event.preventDefault();
      const next = Math.min(Math.max(at + step, 0), rows - 1);
      setCurrent(next);
      body.current?.rows[next]?.scrollIntoView({ block: 'nearest' });
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  return { current, body };
}
