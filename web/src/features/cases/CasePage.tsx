import { useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { LazyFirstHours } from '~/features/support/LazyFirstHours';
import { HandedOver } from '~/features/team/HandedOver';
import { graphql, may, useQuery } from '~/gql';
import type { CaseQuery } from '~/gql/generated/graphql';
import { withWords } from '~/i18n';
import { NotFound } from '~/routes/NotFound';
import { FaultNotice } from '~/shell/FaultNotice';
import { Hideable, Page, SkeletonRows } from '~/ui';
import { CaseActions } from './CaseActions';
import { CaseHead } from './CaseHead';
import { CaseTabs } from './CaseTabs';
import { visited } from './visited';

const CareNotice = lazy(() =>
  withWords('away', import('~/features/away/CareNotice')).then((m) => ({ default: m.CareNotice })),
);

export const CaseDocument = graphql(`
  query Case($id: ID!) {
    case(id: $id) {
      id version alias number { masked value } status origin openedAt
      jurisdiction communityType legalCustody summary
      supervisor { id name }
      team { id role from reason note noteReadAt assignedBy { id name } user { id name } }
      request { id }
      openGoals openReferrals contactsLogged
      lastContactAt nextContactOn nextReviewOn nextStaffingAt planState
      plan { id voice { words recordedAt } }
      whereabouts carePrompt
      can
    }
  }
`);
export type FullCase = NonNullable<CaseQuery['case']>;

/** One case: who carries it, what is promised, and its parts. */
export function CasePage() {
  const { t } = useLingui();
  const { caseId } = useParams({ from: '/signed-in/cases/$caseId' });
  const { data, fault, retry } = useQuery(
    CaseDocument,
    { id: caseId },
    { fresh: true, touches: ['Case', 'RecoveryPlan', 'MissingEpisode', 'Assignment'] },
  );
  const here = data?.case ?? undefined;
  useEffect(() => {
    if (here) visited({ id: here.id, alias: here.alias });
  }, [here]);
  if (!data) {
    return (
      <Page title={t`Case`}>
        {fault ? <FaultNotice fault={fault} retry={retry} /> : <SkeletonRows rows={8} />}
      </Page>
    );
  }
  if (!here) return <NotFound />;
  return (
    <Page title={<Hideable>{here.alias}</Hideable>} actions={<CaseActions of={here} />}>
      {fault ? <FaultNotice fault={fault} retry={retry} /> : null}
      <HandedOver of={here} />
      <CaseHead of={here} />
      {here.carePrompt ? (
        <Suspense fallback={null}>
          <CareNotice prompt={here.carePrompt} />
        </Suspense>
      ) : null}
      {may(here.can, 'PLAN_VIEW') ? <LazyFirstHours caseId={here.id} /> : null}
      <CaseTabs of={here} />
    </Page>
  );
}
