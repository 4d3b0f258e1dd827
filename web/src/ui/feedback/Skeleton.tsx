import { Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import css from './feedback.module.css';

/** Rows of the real height while data is on its way; not shown at all for the first 300 ms. */
export function SkeletonRows({ rows = 5 }: { rows?: number }) {
  const late = useLate(300);
  return (
    <div aria-busy="true" className={css.skeletonRows}>
      <span className="t-hidden-visually" role="status">
        {late ? <Trans>Loading</Trans> : null}
      </span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows without identity, never reordered
        <div key={row} className={css.skeletonRow} data-shown={late} />
      ))}
    </div>
  );
}

/** True once this much time has gone by since the first draw. */
export function useLate(milliseconds: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return late;
}
