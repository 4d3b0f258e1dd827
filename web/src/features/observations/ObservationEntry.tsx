import { Trans, useLingui } from '@lingui/react/macro';
import { useWords } from '~/features/words';
import { Button, Day, Hideable, Row, StatusPill } from '~/ui';
import { Account } from './Account';
import { Earlier } from './Earlier';
import { Look } from './Look';
import type { SeenObservation } from './Observed';
import css from './observations.module.css';
import { followUp, observationCode, observationKind, sourceKind } from './words';

interface ObservationEntryProps {
  of: SeenObservation;
  mayReview: boolean;
  onCorrect: (() => void) | undefined;
}

/** One observation: its day, what it is, where it is known from, and what follows of it. */
export function ObservationEntry({ of, mayReview, onCorrect }: ObservationEntryProps) {
  const { t } = useLingui();
  const { word } = useWords();
  const writer = of.recordedBy?.name ?? t`somebody who left`;
  return (
    <article className={css.entry}>
      <div className={css.head}>
        <Day value={of.observedOn} />
        <span className={css.what}>{of.codeText ?? word(observationCode, of.code)}</span>
        <StatusPill>{word(observationKind, of.kind)}</StatusPill>
      </div>
      <div className="t-soft">
        {word(sourceKind, of.source)}
        {of.observer ? (
          <>
            {' · '}
            <Hideable>{of.observer}</Hideable>
          </>
        ) : null}
        {' · '}
        <Trans>
          written down by {writer} on <Day value={of.recordedAt} />
        </Trans>
      </div>
      <Account of={of} />
      <p>
        <strong>{t`What follows:`}</strong> {word(followUp, of.followUp)}
        {of.followUpReason ? `. ${of.followUpReason}` : null}
      </p>
      {of.followUp === 'RECORDED_REVIEWED' ? <Look of={of} mayReview={mayReview} /> : null}
      <Earlier of={of.earlier} />
      {onCorrect ? (
        <Row justify="end">
          <Button look="quiet" small onClick={onCorrect}>{t`Correct`}</Button>
        </Row>
      ) : null}
    </article>
  );
}
