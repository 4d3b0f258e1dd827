import { Trans, useLingui } from '@lingui/react/macro';
import { useWords } from '~/features/words';
import { Button, Day, Row } from '~/ui';
import css from './observations.module.css';
import type { KnownType } from './TraffickingTypes';
import { sourceKind, traffickingCategory, traffickingType } from './words';

interface TypeEntryProps {
  of: KnownType;
  onRevise: (() => void) | undefined;
}

/** One type: as of when, where it is known from, and what the later framework calls it. */
export function TypeEntry({ of, onRevise }: TypeEntryProps) {
  const { t } = useLingui();
  const { word } = useWords();
  const readings = of.readings.map((one) => word(traffickingCategory, one.category)).join(', ');
  return (
    <article className={css.entry}>
      <div className={css.head}>
        <span className={css.what}>{word(traffickingType, of.type)}</span>
        <span className="t-soft">
          <Trans>
            as of <Day value={of.asOf} />
          </Trans>
          {' · '}
          {word(sourceKind, of.source)}
        </span>
      </div>
      {of.note ? <p>{of.note}</p> : null}
      {readings ? <p className="t-soft">{t`In the later framework: ${readings}`}</p> : null}
      {of.revisedAt ? (
        <p className="t-soft">
          <Trans>
            Revised by {of.revisedBy?.name ?? t`somebody who left`} on <Day value={of.revisedAt} />:{' '}
            {of.revisedReason}
          </Trans>
        </p>
      ) : null}
      {onRevise ? (
        <Row justify="end">
          <Button look="quiet" small onClick={onRevise}>{t`Revise`}</Button>
        </Row>
      ) : null}
    </article>
  );
}
