import { Trans, useLingui } from '@lingui/react/macro';
import { agreement, useWords } from '~/features/words';
import { Day, Quote } from '~/ui';
import type { RecordedPlan } from './query';
import css from './versions.module.css';

interface HeldReviewProps {
  review: RecordedPlan['reviews'][number];
  alias: string;
}

/** A review that was held: what had changed, and what the young person said to it. */
export function HeldReview({ review, alias }: HeldReviewProps) {
  const { t } = useLingui();
  const { word } = useWords();
  return (
    <div className={css.told}>
      <strong>
        <Day value={review.heldAt} />
      </strong>
      <span className="t-soft">
        <Trans>
          written down by {review.heldBy?.name}, next on <Day value={review.nextOn} />
        </Trans>
      </span>
      {review.changed ? <p className={css.words}>{review.changed}</p> : null}
      <p>{t`The young person: ${word(agreement, review.youthAgreement)}`}</p>
      {review.youthWords ? (
        <Quote who={alias} when={review.heldAt}>
          {review.youthWords}
        </Quote>
      ) : null}
    </div>
  );
}
