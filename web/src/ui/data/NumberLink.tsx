import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithoutRef, ReactNode, Ref } from 'react';
import { classes } from '../classes';
import css from './number.module.css';

interface NumberAnchorProps extends ComponentPropsWithoutRef<'a'> {
  value: number;
  /** What is counted. */
  label: string;
  /** The period with its dates, or what makes a row belong. */
  detail?: ReactNode;
  ref?: Ref<HTMLAnchorElement>;
}

const NumberAnchor = ({ value, label, detail, className, ...rest }: NumberAnchorProps) => (
  <a {...rest} className={classes(css.number, className)}>
    <span className={css.value}>{value}</span>
    <span className={css.label}>{label}</span>
    {detail ? <span className={css.detail}>{detail}</span> : null}
  </a>
);

/** A number of work, which is a link to exactly the rows that were counted. */
export const NumberLink = createLink(NumberAnchor);

/** Such numbers beside each other, as many as fit. */
export function Numbers({ label, children }: { label: string; children: ReactNode[] }) {
  return (
    <ul className={css.numbers} aria-label={label}>
      {children.map((child, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the places of the numbers do not change
        <li key={at}>{child}</li>
      ))}
    </ul>
  );
}
