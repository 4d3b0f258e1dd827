import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import css from './sensitive.module.css';

interface NarrativeProps {
  /** A short content note: what kind of thing is told, without telling it. */
  note: string;
  children: ReactNode;
}

/** A hard story: closed until it is opened on purpose, and closed again next time (rule 126). */
export function Narrative({ note, children }: NarrativeProps) {
  return (
    <details className={css.story}>
      <summary>
        <Trans>Read the account ({note})</Trans>
      </summary>
      {typeof children === 'string' ? (
        <p>{children}</p>
      ) : (
        <div className={css.told}>{children}</div>
      )}
    </details>
  );
}
