import type { ReactNode } from 'react';
import { classes } from '../classes';
import css from './feedback.module.css';

export type PillTone = 'calm' | 'active' | 'waiting' | 'care' | 'done';

/** The state of a thing. The word says it; shape and colour only help the eye. */
export function StatusPill({ tone = 'calm', children }: { tone?: PillTone; children: ReactNode }) {
  return (
    <span className={classes(css.pill, css[`pill_${tone}`])}>
      <span className={css.mark} aria-hidden />
      {children}
    </span>
  );
}
