import { Trans, useLingui } from '@lingui/react/macro';
import { useWords } from '~/features/words';
import { graphql, useAct, useMutation } from '~/gql';
import { Button, Moment, Notice, newKey, Row, StatusPill } from '~/ui';
import type { ImmediateStep } from '../query';
import css from '../support.module.css';
import { immediateSection } from '../words';
import { thisMinute } from './minute';
import { isSilent } from './silent';

const DoneDocument = graphql(`
  mutation ImmediateSectionDone($input: ImmediateSectionDoneInput!) {
    immediateSectionDone(input: $input) {
      ... on ImmediateSectionDoneSuccess { plan { id version } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

interface ImmediateRowProps {
  planId: string;
  step: ImmediateStep;
  edits: boolean;
  onWrite: () => void;
}

/** One part of the plan; once the plan is lived by, a step that is stamped with who and when. */
export function ImmediateRow({ planId, step, edits, onWrite }: ImmediateRowProps) {
  const { t } = useLingui();
  const { word } = useWords();
  const done = useMutation(DoneDocument);
  const act = useAct();
  const title = word(immediateSection, step.section);
  const stamp = (doneAt: string | null) =>
    void act.run(() =>
      done({
        input: {
          clientMutationKey: newKey(),
          plan: planId,
          section: step.section,
          expectedVersion: step.version,
          doneAt,
        },
      }),
    );
  return (
    <div className={css.step}>
      <Row justify="between" align="top">
        <h3>{title}</h3>
        {edits ? (
          <Row>
            {step.openedAt && !step.doneAt ? (
              <Button
                small
                busy={act.busy}
                aria-label={t`Mark as done: ${title}`}
                onClick={() => stamp(thisMinute())}
              >{t`Mark as done`}</Button>
            ) : null}
            {step.doneAt ? (
              <Button
                small
                look="quiet"
                busy={act.busy}
                aria-label={t`Not done yet: ${title}`}
                onClick={() => stamp(null)}
              >{t`Not done yet`}</Button>
            ) : null}
            <Button
              small
              look={isSilent(step) ? 'second' : 'quiet'}
              aria-label={isSilent(step) ? t`Write: ${title}` : t`Change: ${title}`}
              onClick={onWrite}
            >
              {isSilent(step) ? t`Write` : t`Change`}
            </Button>
          </Row>
        ) : null}
      </Row>
      {step.content ? <p className={css.written}>{step.content}</p> : null}
      {step.unknownYet ? <p className={css.silent}>{t`Not known yet`}</p> : null}
      {isSilent(step) ? <p className={css.silent}>{t`Nothing is said yet`}</p> : null}
      {step.doneAt ? (
        <Row>
          <StatusPill tone="done">{t`Done`}</StatusPill>
          <span className="t-soft">
            <Trans>
              <Moment value={step.doneAt} />, {step.doneBy?.name}
            </Trans>
          </span>
        </Row>
      ) : null}
      {act.problem ? (
        <Notice tone="problem" onDismiss={act.dismiss}>
          {act.problem}
        </Notice>
      ) : null}
    </div>
  );
}
