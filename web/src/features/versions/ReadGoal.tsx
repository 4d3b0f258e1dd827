import { Trans, useLingui } from '@lingui/react/macro';
import { agreement, goalOwner, goalState, planDomain, stepState, useWords } from '~/features/words';
import { goalStateTones, stepStateTones } from '~/features/words/tones';
import { Day, List, Row, StatusPill } from '~/ui';
import type { Reading } from './query';
import css from './versions.module.css';

type Goal = Reading['goals'][number];

/** A goal with its steps as it was. */
export function ReadGoal({ goal }: { goal: Goal }) {
  const { t } = useLingui();
  const { word } = useWords();
  return (
    <article className={css.goal} data-own={goal.owner === 'YOUTH'} aria-label={goal.text}>
      <span className="t-soft">
        {word(planDomain, goal.domain)} · {word(goalOwner, goal.owner)}
      </span>
      <strong className={css.words}>{goal.inYouthWords ? <q>{goal.text}</q> : goal.text}</strong>
      <Row>
        <StatusPill tone={goalStateTones[goal.state]}>{word(goalState, goal.state)}</StatusPill>
        <span className="t-soft">{t`The young person: ${word(agreement, goal.agreement)}`}</span>
        {goal.targetOn ? (
          <span className="t-soft">
            <Trans>
              by <Day value={goal.targetOn} />
            </Trans>
          </span>
        ) : null}
      </Row>
      {goal.steps.length ? (
        <List items={goal.steps} itemKey={(step) => `${step.dueOn} ${step.text}`} label={t`Steps`}>
          {(step) => (
            <Row justify="between" align="top">
              <div className={css.told}>
                <span className={css.words}>{step.text}</span>
                <span className="t-soft">
                  {step.owner?.name ?? step.ownerName ?? t`nobody yet`}
                  {' · '}
                  <Trans>
                    by <Day value={step.dueOn} />
                  </Trans>
                  {step.service ? ` · ${step.service.name}` : null}
                </span>
                {step.needsSharing ? (
                  <span className="t-soft">{t`Somebody outside is told: ${step.shareWith ?? ''}`}</span>
                ) : null}
              </div>
              <StatusPill tone={stepStateTones[step.state]}>
                {word(stepState, step.state)}
              </StatusPill>
            </Row>
          )}
        </List>
      ) : null}
    </article>
  );
}
