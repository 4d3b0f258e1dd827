import { type ReactNode, useState } from 'react';
import css from './fold.module.css';

interface FoldProps {
  title: string;
  /** What is inside, in short, so that nobody has to open it to know: the defaults. */
  summary?: ReactNode;
  /** Open from the start, because something in it matters now. */
  open?: boolean;
  children: ReactNode;
}

/** The part of a form that mostly needs no touching: one stop for the keyboard while it is closed. */
export function Fold({ title, summary, open = false, children }: FoldProps) {
  const [opened, setOpened] = useState(open);
  return (
    <details
      className={css.fold}
      open={opened || open}
      onToggle={(event) => setOpened(event.currentTarget.open)}
    >
      <summary>
        <span className={css.title}>{title}</span>
        {summary ? <span className={css.short}>{summary}</span> : null}
      </summary>
      <div className={css.inside}>{children}</div>
    </details>
  );
}
