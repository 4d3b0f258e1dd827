import { useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { may } from '~/gql';
import { withWords } from '~/i18n';
import { SkeletonRows, Tabs } from '~/ui';
import type { FullCase } from './CasePage';
import { Overview } from './Overview';
import type { CaseTab } from './tabs';

const PlanTab = lazy(() =>
  import('~/features/plans/PlanTab').then((m) => ({ default: m.PlanTab })),
);
const SupportTab = lazy(() =>
  withWords('support', import('~/features/support/SupportTab')).then((m) => ({
    default: m.SupportTab,
  })),
);
const CaseContacts = lazy(() =>
  import('~/features/contacts/CaseContacts').then((m) => ({ default: m.CaseContacts })),
);
const AwayTab = lazy(() =>
  withWords('clocks', withWords('away', import('~/features/away/AwayTab'))).then((m) => ({
    default: m.AwayTab,
  })),
);
const TimelineTab = lazy(() =>
  withWords('clocks', withWords('timeline', import('~/features/timeline/TimelineTab'))).then(
    (m) => ({ default: m.TimelineTab }),
  ),
);
const Observations = lazy(() =>
  withWords('observations', import('~/features/observations/Observations')).then((m) => ({
    default: m.Observations,
  })),
);
const People = lazy(() => import('~/features/people/People').then((m) => ({ default: m.People })));
const CaseReferrals = lazy(() =>
  import('./CaseReferrals').then((m) => ({ default: m.CaseReferrals })),
);
const Releases = lazy(() =>
  withWords('releases', import('~/features/releases/Releases')).then((m) => ({
    default: m.Releases,
  })),
);
const CaseStaffings = lazy(() =>
  import('./CaseStaffings').then((m) => ({ default: m.CaseStaffings })),
);
const History = lazy(() => import('./History').then((m) => ({ default: m.History })));

/** The parts of a case; each asks for its own when it comes to the front. */
export function CaseTabs({ of }: { of: FullCase }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { tab = 'overview' } = useSearch({ from: '/signed-in/cases/$caseId' });
  const parts: { key: CaseTab; label: string; shown: boolean; content: ReactNode }[] = [
    { key: 'overview', label: t`Overview`, shown: true, content: <Overview of={of} /> },
    {
      key: 'plan',
      label: t`Plan`,
      shown: may(of.can, 'PLAN_VIEW'),
      content: <PlanTab caseId={of.id} />,
    },
    {
      key: 'support',
      label: t`What helps`,
      shown: may(of.can, 'PLAN_VIEW'),
      content: <SupportTab caseId={of.id} />,
    },
    {
      key: 'contacts',
      label: t`Contacts`,
      shown: may(of.can, 'CONTACT_VIEW'),
      content: <CaseContacts caseId={of.id} />,
    },
    {
      key: 'away',
      label: t`Times away`,
      shown: may(of.can, 'EPISODE_VIEW'),
      content: <AwayTab caseId={of.id} mayRecord={may(of.can, 'EPISODE_RECORD')} />,
    },
    {
      key: 'observations',
      label: t`Observations`,
      shown: may(of.can, 'OBSERVATION_VIEW'),
      content: <Observations caseId={of.id} can={of.can} />,
    },
    {
      key: 'referrals',
      label: t`Referrals`,
      shown: may(of.can, 'REFERRAL_VIEW'),
      content: <CaseReferrals caseId={of.id} refers={may(of.can, 'REFERRAL_MAKE')} />,
    },
    {
      key: 'releases',
      label: t`Releases`,
      shown: may(of.can, 'RELEASE_VIEW'),
      content: <Releases caseId={of.id} can={of.can} />,
    },
    {
      key: 'staffings',
      label: t`Staffings`,
      shown: may(of.can, 'STAFFING_VIEW'),
      content: <CaseStaffings of={of} mayPlan={may(of.can, 'STAFFING_SCHEDULE')} />,
    },
    {
      key: 'timeline',
      label: t`Timeline`,
      shown: may(of.can, 'CONTACT_VIEW'),
      content: <TimelineTab caseId={of.id} />,
    },
    {
      key: 'people',
      label: t`People`,
      shown: may(of.can, 'PERSON_ADD', 'IDENTITY_REVEAL'),
      content: (
        <People
          caseId={of.id}
          mayAdd={may(of.can, 'PERSON_ADD')}
          mayChange={may(of.can, 'PERSON_CHANGE')}
        />
      ),
    },
    {
      key: 'history',
      label: t`History`,
      shown: may(of.can, 'CASE_HISTORY'),
      content: <History caseId={of.id} />,
    },
  ];
  const shown = parts.filter((part) => part.shown);
  const current = shown.some(({ key }) => key === tab) ? tab : 'overview';
  return (
    <Tabs
      label={t`Parts of the case`}
      current={current}
      onChange={(next) =>
        void navigate({
          to: '/cases/$caseId',
          params: { caseId: of.id },
          search: next === 'overview' ? {} : { tab: next },
          replace: true,
        })
      }
      tabs={shown.map((part) => ({
        ...part,
        content: <Suspense fallback={<SkeletonRows rows={5} />}>{part.content}</Suspense>,
      }))}
    />
  );
}
