import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useWords } from '~/features/words';
import { Button, Day, Drawer, List, Row, Section, Stack, StatusPill } from '~/ui';
import { CallForm } from './CallForm';
import { HeldReview } from './HeldReview';
import { HoldForm } from './HoldForm';
import type { RecordedPlan } from './query';
import css from './versions.module.css';
import { reviewTrigger } from './words';

interface ReviewsProps {
  plan: RecordedPlan;
  /** Whose plan it is: the working name. */
  alias: string;
  edits: boolean;
}

/** When the plan is looked at again, what called for it before, and what was said (rule 72). */
export function Reviews({ plan, alias, edits }: ReviewsProps) {
  const { t } = useLingui();
  const { word } = useWords();
  const [form, setForm] = useState<'hold' | 'call'>();
  const close = () => setForm(undefined);
  const open = plan.reviewCalls.filter(({ answered }) => !answered);
  const overdue = plan.prompts.includes('REVIEW_OVERDUE');
  // Before it was ever active there is nothing to look at again.
  const lived = Boolean(plan.activatedAt);
  return (
    <Section
      title={t`Reviews`}
      actions={
        edits && lived ? (
          <Row>
            <Button small onClick={() => setForm('call')}>{t`Call for a review`}</Button>
            <Button
              small
              look={open.length || overdue ? 'main' : 'second'}
              onClick={() => setForm('hold')}
            >
              {t`Write down a review`}
            </Button>
          </Row>
        ) : undefined
      }
    >
      <Stack>
        {plan.reviewOn ? (
          <Row>
            {overdue ? <StatusPill tone="waiting">{t`Overdue`}</StatusPill> : null}
            <span>
              {overdue ? (
                <Trans>
                  was due on <Day value={plan.reviewOn} />
                </Trans>
              ) : (
                <Trans>
                  next on <Day value={plan.reviewOn} />
                </Trans>
              )}
            </span>
          </Row>
        ) : (
          <p className="t-soft">{t`Reviews begin when the plan becomes active.`}</p>
        )}
        {open.length ? (
          <div>
            <h3>{t`What calls for a review`}</h3>
            <List items={open} itemKey={({ at }) => at} label={t`What calls for a review`}>
              {({ trigger, at, by, note }) => (
                <div className={css.told}>
                  <span>{word(reviewTrigger, trigger)}</span>
                  <span className="t-soft">
                    <Day value={at} />
                    {by ? `, ${by.name}` : null}
                  </span>
                  {note ? <p className={css.words}>{note}</p> : null}
                </div>
              )}
            </List>
          </div>
        ) : null}
        {plan.reviews.length ? (
          <div>
            <h3>{t`Reviews that were held`}</h3>
            <List
              items={plan.reviews}
              itemKey={({ heldAt }) => heldAt}
              label={t`Reviews that were held`}
            >
              {(review) => <HeldReview review={review} alias={alias} />}
            </List>
          </div>
        ) : null}
      </Stack>
      <Drawer opened={form === 'hold'} onClose={close} title={t`Write down a review`}>
        {form === 'hold' ? <HoldForm plan={plan} onClose={close} /> : null}
      </Drawer>
      <Drawer opened={form === 'call'} onClose={close} title={t`Call for a review`}>
        {form === 'call' ? <CallForm plan={plan} onClose={close} /> : null}
      </Drawer>
    </Section>
  );
}
