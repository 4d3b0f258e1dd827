import type { ReactNode } from 'react';
import { classes } from '../classes';
import css from './layout.module.css';

interface PageProps {
  title: ReactNode;
  /** One sentence under the title: what this page is for, or the state of the thing. */
  lead?: ReactNode;
  /** Buttons at the end of the title's line. */
  actions?: ReactNode;
  /** Reading width, for forms and settings. */
  narrow?: boolean;
  children: ReactNode;
}

/**
 * A screen: its one `h1`, then its sections. The tab's title does not change (rule 123).
 * The heading takes focus after navigation, so that screen readers hear where they are.
 */
export function Page({ title, lead, actions, narrow = false, children }: PageProps) {
  return (
    <div className={classes(css.page, narrow && css.narrow)}>
      <header className={css.pageHead}>
        <div>
          <h1 tabIndex={-1} data-page-title>
            {title}
          </h1>
          {lead ? <p className={css.lead}>{lead}</p> : null}
        </div>
        {actions}
      </header>
      {children}
    </div>
  );
}
