import type { ReactNode } from 'react';
import css from './feedback.module.css';

interface EmptyStateProps {
  /** What is so: "Nothing assigned yet", "All caught up", "Nothing matches these filters". */
  title: string;
  /** What to do about it, if anything. */
  children?: ReactNode;
  actions?: ReactNode;
}

/** No rows, said in words. The three kinds (first use, done, no match) differ by what is said. */
export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className={css.empty} data-empty>
      <p className={css.emptyTitle}>{title}</p>
      {children ? <p>{children}</p> : null}
      {actions ? <div className={css.emptyActions}>{actions}</div> : null}
    </div>
  );
}
