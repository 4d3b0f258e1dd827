import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { LazyReferDrawer } from '~/features/referrals/LazyReferDrawer';
import { LazyParts } from '~/features/versions/LazyParts';
import { graphql, may, useAct, useMutation, useQuery } from '~/gql';
import { useNamesHidden } from '~/safety';
import { FaultNotice } from '~/shell/FaultNotice';
import { useOverlays } from '~/shell/overlays';
import { Button, ButtonLink, EmptyState, Notice, newKey, Row, SkeletonRows, Stack } from '~/ui';
import { Goals } from './Goals';
import { PlanStanding } from './PlanStanding';
import { PlanTogether } from './PlanTogether';
import { CasePlanDocument, type Plan, type PlannedCase } from './query';
import { Right } from './Right';
import { Strengths } from './Strengths';
import { Voice } from './Voice';

const StartDocument = graphql(`
  mutation PlanStart($input: PlanStartInput!) {
    planStart(input: $input) {
      ... on PlanStartSuccess { plan { id version } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

/** The recovery plan: the young person's words first, then strengths, goals and steps. */
export function PlanTab({ caseId }: { caseId: string }) {
  const { t } = useLingui();
  const { data, fault, retry } = useQuery(
    CasePlanDocument,
    { id: caseId },
    { touches: ['RecoveryPlan', 'Goal', 'Step', 'Referral'], fresh: true },
  );
  if (!data?.case) {
    return fault ? <FaultNotice fault={fault} retry={retry} /> : <SkeletonRows rows={6} />;
  }
  return (
    <Stack>
      {fault ? <FaultNotice fault={fault} retry={retry} /> : null}
      {may(data.case.can, 'PLAN_PRINT') ? (
        <Row justify="end">
          <ButtonLink look="quiet" to="/cases/$caseId/paper" params={{ caseId }}>
            {t`Prepare a print-out`}
          </ButtonLink>
        </Row>
      ) : null}
      {data.case.plan ? <Editor of={data.case} plan={data.case.plan} /> : null}
      {data.case.plan && data.case.plan.state !== 'COMPLETED' ? null : <StartPlan of={data.case} />}
    </Stack>
  );
}

function Editor({ of, plan }: { of: PlannedCase; plan: Plan }) {
  const { t } = useLingui();
  const hidden = useNamesHidden();
  const closed = plan.state === 'COMPLETED' || plan.state === 'SUPERSEDED';
  const edits = may(of.can, 'PLAN_EDIT') && !closed;
  const [stepId, setStepId] = useState<string>();
  const refers = may(of.can, 'REFERRAL_MAKE') && !closed;
  const who = hidden ? t`The young person` : of.alias;
  return (
    <>
      <Voice plan={plan} caseId={of.id} who={who} edits={edits} />
      <Right plan={plan} edits={edits} />
      {may(of.can, 'TOGETHER_START') && !closed ? <PlanTogether plan={plan} /> : null}
      <Strengths plan={plan} edits={edits} />
      <Goals
        plan={plan}
        who={who}
        edits={edits}
        onFindService={refers ? ({ id }) => setStepId(id) : undefined}
      />
      <PlanStanding plan={plan} edits={edits} activates={may(of.can, 'PLAN_ACTIVATE')} />
      <LazyParts caseId={of.id} />
      <LazyReferDrawer
        opened={stepId !== undefined}
        caseId={of.id}
        stepId={stepId}
        onClose={() => setStepId(undefined)}
      />
    </>
  );
}

/** Where there is no plan to work with: none yet, or one that is completed. */
function StartPlan({ of }: { of: PlannedCase }) {
  const { t } = useLingui();
  const start = useMutation(StartDocument);
  const act = useAct();
  const overlays = useOverlays();
  const edits = may(of.can, 'PLAN_EDIT');
  return (
    <>
      {act.problem ? <Notice tone="problem">{act.problem}</Notice> : null}
      <EmptyState
        title={of.plan ? t`This plan is completed` : t`No plan yet`}
        actions={
          edits ? (
            <>
              <Button
                look="main"
                busy={act.busy}
                onClick={() =>
                  void act.run(() => start({ input: { clientMutationKey: newKey(), case: of.id } }))
                }
              >
                {of.plan ? t`Start another plan` : t`Start a plan`}
              </Button>
              <Button onClick={() => overlays.open('template')}>{t`Begin with a template`}</Button>
            </>
          ) : undefined
        }
      >
        {t`A plan begins with what the young person wants, in their own words.`}
      </EmptyState>
    </>
  );
}
