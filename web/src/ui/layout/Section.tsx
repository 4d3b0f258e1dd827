import { type ReactNode, useId } from 'react';
import { classes } from '../classes';
import css from './layout.module.css';

interface SectionProps {
  title: ReactNode;
  actions?: ReactNode;
  /** Without the card around it. */
  plain?: boolean;
  children: ReactNode;
}

/** A named part of a page: a card with an `h2`, and a region for those who listen. */
export function Section({ title, actions, plain = false, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes(css.section, plain && css.plain)}>
      <div className={css.sectionHead}>
        <h2 id={id}>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
