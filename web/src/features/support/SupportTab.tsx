import { may, useQuery } from '~/gql';
import { FaultNotice } from '~/shell/FaultNotice';
import { SkeletonRows, Stack } from '~/ui';
import { Immediate } from './immediate/Immediate';
import { Profile } from './profile/Profile';
import { CaseSupportDocument, isAway } from './query';
import { Safety } from './safety/Safety';
import { Stages } from './stages/Stages';

/** What helps and keeps safe: the first hours, what calms, the safety plan, and staff's own notes. */
export function SupportTab({ caseId }: { caseId: string }) {
  const { data, fault, retry } = useQuery(
    CaseSupportDocument,
    { id: caseId },
    { touches: ['Case', 'RecoveryPlan', 'ImmediatePlan', 'MissingEpisode'], fresh: true },
  );
  const of = data?.case;
  if (!of) {
    return fault ? <FaultNotice fault={fault} retry={retry} /> : <SkeletonRows rows={6} />;
  }
  const edits = may(of.can, 'PLAN_EDIT');
  const hours = <Immediate of={of} edits={edits} activates={may(of.can, 'PLAN_ACTIVATE')} />;
  const now = of.immediatePlan || isAway(of.whereabouts);
  return (
    <Stack>
      {fault ? <FaultNotice fault={fault} retry={retry} /> : null}
      {now ? hours : null}
      <Profile of={of} edits={edits} />
      <Safety of={of} edits={edits} />
      <Stages of={of} edits={edits} />
      {now ? null : hours}
    </Stack>
  );
}
