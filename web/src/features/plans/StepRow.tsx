import { Trans, useLingui } from '@lingui/react/macro';
import { stepState, useWords } from '~/features/words';
import { stepStateTones } from '~/features/words/tones';
import { useAct, useMutation } from '~/gql';
import type { StepState } from '~/gql/generated/graphql';
import { ActionMenu, Button, Day, Notice, newKey, Row, StatusPill } from '~/ui';
import { LazyStepSharing } from './LazySharing';
import css from './plans.module.css';
import type { Step } from './query';
import { StepChangeDocument } from './StepForm';
import { StepReferral } from './StepReferral';

interface StepRowProps {
  step: Step;
  edits: boolean;
  onChange: () => void;
  onFindService: (() => void) | undefined;
}

/** In these a step still needs something. */
const open: readonly StepState[] = ['TODO', 'DOING', 'WAITING'];

/** One step: what, who, by when, and where it is. */
export function StepRow({ step, edits, onChange, onFindService }: StepRowProps) {
  const { t } = useLingui();
  const { word } = useWords();
  const change = useMutation(StepChangeDocument);
  const act = useAct();
  const move = (state: StepState) =>
    void act.run(() =>
      change({
        input: {
          clientMutationKey: newKey(),
          id: step.id,
          expectedVersion: step.version,
          text: step.text,
          owner: step.owner?.id ?? null,
          ownerName: step.ownerName ?? null,
          dueOn: step.dueOn ?? '',
          state,
        },
      }),
    );
  const states = (Object.keys(stepState) as StepState[]).filter((state) => state !== step.state);
  return (
    <>
      <Row justify="between" align="top">
        <div className={css.stepWords}>
          <div>{step.text}</div>
          <div className="t-soft">
            {step.owner?.name ?? step.ownerName ?? t`nobody yet`}
            {step.dueOn ? (
              <>
                {' · '}
                <Trans>
                  by <Day value={step.dueOn} />
                </Trans>
              </>
            ) : null}
          </div>
          {step.referral ? <StepReferral referral={step.referral} /> : null}
          {step.sharing && open.includes(step.state) ? (
            <LazyStepSharing sharing={step.sharing} with={step.shareWith ?? null} />
          ) : null}
        </div>
        <Row>
          {onFindService && !step.referral && open.includes(step.state) ? (
            <Button
              small
              look="quiet"
              aria-label={t`Find a service for the step ${step.text}`}
              onClick={onFindService}
            >{t`Find a service`}</Button>
          ) : null}
          <StatusPill tone={stepStateTones[step.state]}>{word(stepState, step.state)}</StatusPill>
          {edits ? (
            <ActionMenu
              label={t`Actions for the step ${step.text}`}
              actions={[
                { label: t`Change…`, onSelect: onChange },
                ...(onFindService && step.referral
                  ? [{ label: t`Find another service`, onSelect: onFindService }]
                  : []),
                ...states.map((state) => ({
                  label: word(stepState, state),
                  onSelect: () => move(state),
                })),
              ]}
            />
          ) : null}
        </Row>
      </Row>
      {act.problem ? (
        <Notice tone="problem" onDismiss={act.dismiss}>
          {act.problem}
        </Notice>
      ) : null}
    </>
  );
}
