import { may, useQuery } from '~/gql';
import { FaultNotice } from '~/shell/FaultNotice';
import { SkeletonRows } from '~/ui';
import { Progress } from './Progress';
import { Prompts } from './Prompts';
import { PlanRecordDocument, touches } from './query';
import { Reviews } from './Reviews';
import { Standing } from './Standing';

/** Beside the plan itself: what it asks for next, its reviews, and its versions. */
export function Parts({ caseId }: { caseId: string }) {
  const { data, fault, retry } = useQuery(
    PlanRecordDocument,
    { id: caseId },
    { touches, fresh: true },
  );
  if (!data) return fault ? <FaultNotice fault={fault} retry={retry} /> : <SkeletonRows rows={4} />;
  if (!data.case?.plan) return null;
  const { plan, alias, can } = data.case;
  const closed = plan.state === 'COMPLETED' || plan.state === 'SUPERSEDED';
  return (
    <>
      {fault ? <FaultNotice fault={fault} retry={retry} /> : null}
      <Prompts prompts={plan.prompts} />
      <Progress caseId={caseId} plan={plan} />
      <Reviews plan={plan} alias={alias} edits={may(can, 'PLAN_EDIT') && !closed} />
      <Standing caseId={caseId} plan={plan} />
    </>
  );
}
