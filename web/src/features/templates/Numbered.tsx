import { type ReactNode, useEffect, useRef } from 'react';
import css from './templates.module.css';

interface NumberedProps {
  /** What the number keys choose from, for those who listen. */
  label: string;
  onNumber: (number: number) => void;
  /** Enter, where nothing in focus takes it. */
  onEnter?: () => void;
  children: ReactNode;
}

/**
 * A part of a drawer in which a number key chooses what has that number. It takes focus when it
 * comes, so that the keys work at once; all of it works without them.
 */
export function Numbered({ label, onNumber, onEnter, children }: NumberedProps) {
  const here = useRef<HTMLFieldSetElement>(null);
  useEffect(() => here.current?.focus(), []);
  return (
    <fieldset
      ref={here}
      tabIndex={-1}
      data-autofocus
      aria-label={label}
      className={css.numbered}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (/^[1-9]$/.test(event.key)) {
          event.preventDefault();
          onNumber(Number(event.key));
        } else if (event.key === 'Enter' && event.target === here.current && onEnter) {
          event.preventDefault();
          onEnter();
        }
      }}
    >
      {children}
    </fieldset>
  );
}
