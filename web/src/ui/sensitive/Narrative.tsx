import { Trans } from '@lingui/react/macro';
import css from './sensitive.module.css';

interface NarrativeProps {
  /** A short content note: what kind of thing is told, without telling it. */
  note: string;
  children: string;
}

/** A hard story: closed until it is opened on purpose, and closed again next time (rule 126). */
export function Narrative({ note, children }: NarrativeProps) {
  return (
    <details className={css.story}>
      <summary>
        <Trans>Read the account ({note})</Trans>
      </summary>
      <p>{children}</p>
    </details>
  );
}
