import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { agreement, goalState, useWords } from '~/features/words';
import { goalStateTones } from '~/features/words/tones';
import { Button, Day, Drawer, List, Row, StatusPill } from '~/ui';
import css from './plans.module.css';
import type { Goal, Step } from './query';
import { StepForm } from './StepForm';
import { StepRow } from './StepRow';

interface GoalCardProps {
  goal: Goal;
  domain: string;
  edits: boolean;
  onChange: () => void;
  onFindService: ((step: Step) => void) | undefined;
}

/** One goal with its steps. Words first; how far it is, is said in words too. */
export function GoalCard({ goal, domain, edits, onChange, onFindService }: GoalCardProps) {
  const { t } = useLingui();
  const { word } = useWords();
  const [editing, setEditing] = useState<Step | 'new'>();
  const close = () => setEditing(undefined);
  return (
    <article className={css.goal} data-own={goal.owner === 'YOUTH'} aria-label={goal.text}>
      <Row justify="between" align="top">
        <div className={css.goalWords}>
          <div className={css.domain}>{domain}</div>
          <div className={css.text}>{goal.inYouthWords ? <q>{goal.text}</q> : goal.text}</div>
        </div>
        {edits ? (
          <Button
            small
            look="quiet"
            aria-label={t`Change the goal ${goal.text}`}
            onClick={onChange}
          >{t`Change`}</Button>
        ) : null}
      </Row>
      <Row>
        <StatusPill tone={goalStateTones[goal.state]}>{word(goalState, goal.state)}</StatusPill>
        {goal.owner === 'YOUTH' ? null : (
          <span className="t-soft">{t`The young person: ${word(agreement, goal.agreement)}`}</span>
        )}
        {goal.targetOn ? (
          <span className="t-soft">
            <Trans>
              by <Day value={goal.targetOn} />
            </Trans>
          </span>
        ) : null}
      </Row>
      {goal.steps.length > 0 ? (
        <List items={goal.steps} itemKey={(step) => step.id} label={t`Steps`}>
          {(step) => (
            <StepRow
              step={step}
              edits={edits}
              onChange={() => setEditing(step)}
              onFindService={onFindService ? () => onFindService(step) : undefined}
            />
          )}
        </List>
      ) : (
        <p className="t-soft">{t`No steps yet.`}</p>
      )}
      {edits ? (
        <div>
          <Button small look="quiet" onClick={() => setEditing('new')}>{t`Add a step`}</Button>
        </div>
      ) : null}
      <Drawer
        opened={editing !== undefined}
        onClose={close}
        title={editing === 'new' ? t`Add a step` : t`Change a step`}
      >
        {editing ? (
          <StepForm goal={goal} step={editing === 'new' ? undefined : editing} onClose={close} />
        ) : null}
      </Drawer>
    </article>
  );
}
