import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { graphql, useAct, useMutation } from '~/gql';
import type { PlanState } from '~/gql/generated/graphql';
import { Button, Drawer, Notice, newKey, Row, Stack } from '~/ui';
import { EndPlanForm } from './EndPlanForm';
import { type Missing, missingFrom } from './missing';
import css from './plans.module.css';
import type { Plan } from './query';

const ActivateDocument = graphql(`
  mutation PlanActivate($input: PlanActivateInput!) {
    planActivate(input: $input) {
      ... on PlanActivateSuccess { plan { id version state } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);
const MoveDocument = graphql(`
  mutation PlanMove($input: PlanMoveInput!) {
    planMove(input: $input) {
      ... on PlanMoveSuccess { plan { id version state } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

/** The moves that the server allows from here, and only these. */
export function PlanMoves({ plan }: { plan: Plan }) {
  const { t } = useLingui();
  const activate = useMutation(ActivateDocument);
  const move = useMutation(MoveDocument);
  const act = useAct();
  const missing = missingFrom(plan);
  const sent = () => ({
    clientMutationKey: newKey(),
    id: plan.id,
    expectedVersion: plan.version,
  });
  const words: Record<PlanState, string> = {
    DRAFT: t`Back to draft`,
    AWAITING_YOUTH_VOICE: t`Wait for the young person's voice`,
    ACTIVE: plan.state === 'PAUSED' ? t`Go on with the plan` : t`Make the plan active`,
    UNDER_REVIEW: t`Begin a review`,
    PAUSED: t`Pause the plan`,
    COMPLETED: t`End the plan`,
    SUPERSEDED: t`Replace it by a new plan`,
  };
  const [ending, setEnding] = useState(false);
  const close = () => setEnding(false);
  const anew = plan.state === 'ACTIVE' && plan.draft !== null;
  const activates = plan.allowedMoves.includes('ACTIVE') || anew;
  const others = plan.allowedMoves.filter((to) => to !== 'ACTIVE' && to !== 'COMPLETED');
  const ends = plan.allowedMoves.includes('COMPLETED');
  return (
    <Stack gap="small">
      {activates && missing.length > 0 ? <StillMissing missing={missing} /> : null}
      {act.problem ? (
        <Notice tone="problem" onDismiss={act.dismiss}>
          {act.problem}
        </Notice>
      ) : null}
      <Row>
        {activates ? (
          <Button
            look="main"
            busy={act.busy}
            disabled={missing.length > 0}
            onClick={() => void act.run(() => activate({ input: sent() }))}
          >
            {anew ? t`Freeze the changes as a new version` : words.ACTIVE}
          </Button>
        ) : null}
        {others.map((to) => (
          <Button
            key={to}
            disabled={act.busy}
            onClick={() => void act.run(() => move({ input: { ...sent(), to } }))}
          >
            {words[to]}
          </Button>
        ))}
        {ends ? (
          <Button disabled={act.busy} onClick={() => setEnding(true)}>
            {words.COMPLETED}
          </Button>
        ) : null}
      </Row>
      <Drawer opened={ends && ending} onClose={close} title={t`End the plan`}>
        {ends && ending ? <EndPlanForm plan={plan} onClose={close} /> : null}
      </Drawer>
    </Stack>
  );
}

function StillMissing({ missing }: { missing: Missing[] }) {
  const { t } = useLingui();
  const lines: Record<Missing, { anchor: string; words: string }> = {
    voice: {
      anchor: 'plan-voice',
      words: t`The young person's voice, or why it is not there yet`,
    },
    strengths: { anchor: 'plan-strengths', words: t`At least one strength` },
  };
  const go = (anchor: string) => {
    const section = document.getElementById(anchor)?.closest('section');
    section?.scrollIntoView({ block: 'start' });
    section?.querySelector<HTMLElement>('button, input')?.focus({ preventScroll: true });
  };
  return (
    <Notice title={t`Before the plan can become active`}>
      <Trans>It still needs:</Trans>
      <ul className={css.missing}>
        {missing.map((one) => (
          <li key={one}>
            <button type="button" className={css.jump} onClick={() => go(lines[one].anchor)}>
              {lines[one].words}
            </button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
