import type { ReactNode } from 'react';
import css from './releases.module.css';

/** One question of the form, with the fields that answer it. */
export function Question({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={css.question}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}
