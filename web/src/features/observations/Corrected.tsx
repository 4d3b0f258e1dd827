import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Fold, Moment } from '~/ui';
import css from './observations.module.css';

interface Correction {
  reason: string;
  correctedAt: string;
  correctedBy?: { name: string } | null | undefined;
}
interface CorrectedProps<One extends Correction> {
  /** Each wording that was corrected, the newest first. */
  of: readonly One[];
  /** What it said. */
  children: (one: One) => ReactNode;
}

/** What something said before it was corrected, and why it was: nothing is taken away. */
export function Corrected<One extends Correction>({ of, children }: CorrectedProps<One>) {
  const { t } = useLingui();
  if (of.length === 0) return null;
  return (
    <Fold title={t`What it said before`}>
      <div className={css.before}>
        {of.map((one) => (
          <div key={one.correctedAt} className={css.entry}>
            {children(one)}
            <p>
              <strong>{t`Why it was corrected:`}</strong> {one.reason}
            </p>
            <p className="t-soft">
              <Trans>
                {one.correctedBy?.name ?? t`somebody who left`}, <Moment value={one.correctedAt} />
              </Trans>
            </p>
          </div>
        ))}
      </div>
    </Fold>
  );
}
