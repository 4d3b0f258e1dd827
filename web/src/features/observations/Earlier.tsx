import { Trans, useLingui } from '@lingui/react/macro';
import { useWords } from '~/features/words';
import { Day, Fold, Moment } from '~/ui';
import { Account } from './Account';
import type { SeenObservation } from './Observed';
import css from './observations.module.css';
import { followUp, observationCode } from './words';

/** What an observation said before it was corrected, and why it was: nothing is taken away. */
export function Earlier({ of }: { of: SeenObservation['earlier'] }) {
  const { t } = useLingui();
  const { word } = useWords();
  if (of.length === 0) return null;
  return (
    <Fold title={t`What it said before`}>
      <div className={css.before}>
        {of.map((one) => (
          <div key={one.correctedAt} className={css.entry}>
            <div className={css.head}>
              <Day value={one.observedOn} />
              <span className={css.what}>{one.codeText ?? word(observationCode, one.code)}</span>
            </div>
            <Account of={one} />
            <p className="t-soft">
              {word(followUp, one.followUp)}
              {one.followUpReason ? `: ${one.followUpReason}` : null}
            </p>
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
