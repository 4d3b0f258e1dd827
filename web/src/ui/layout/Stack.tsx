import type { ReactNode } from 'react';
import { classes } from '../classes';
import css from './layout.module.css';

type Gap = 'small' | 'normal' | 'large';

/** Things below each other, with the density's gap. */
export function Stack({ children, gap = 'normal' }: { children: ReactNode; gap?: Gap }) {
  return <div className={classes(css.stack, gap !== 'normal' && css[gap])}>{children}</div>;
}

interface RowProps {
  children: ReactNode;
  gap?: Gap;
  /** Where spare width goes. */
  justify?: 'start' | 'between' | 'end';
  align?: 'center' | 'top';
}

/** Things beside each other; they wrap when there is no room. */
export function Row({ children, gap = 'small', justify = 'start', align = 'center' }: RowProps) {
  return (
    <div
      className={classes(
        css.row,
        gap === 'large' && css.large,
        justify !== 'start' && css[justify],
        align === 'top' && css.top,
      )}
    >
      {children}
    </div>
  );
}

/** As many equal columns as fit; one below the other on a phone. */
export function Columns({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  return (
    <div className={css.columns} style={wide ? { '--column': '420px' } : undefined}>
      {children}
    </div>
  );
}
