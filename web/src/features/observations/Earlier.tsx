import { useWords } from '~/features/words';
import { Day } from '~/ui';
import { Account } from './Account';
import { Corrected } from './Corrected';
import type { SeenObservation } from './Observed';
import css from './observations.module.css';
import { followUp, observationCode } from './words';

/** What an observation said before it was corrected. */
export function Earlier({ of }: { of: SeenObservation['earlier'] }) {
  const { word } = useWords();
  return (
    <Corrected of={of}>
      {(one) => (
        <>
          <div className={css.head}>
            <Day value={one.observedOn} />
            <span className={css.what}>{one.codeText ?? word(observationCode, one.code)}</span>
          </div>
          <Account of={one} />
          <p className="t-soft">
            {word(followUp, one.followUp)}
            {one.followUpReason ? `: ${one.followUpReason}` : null}
          </p>
        </>
      )}
    </Corrected>
  );
}
