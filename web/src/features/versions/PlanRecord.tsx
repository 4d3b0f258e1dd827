import { useLingui } from '@lingui/react/macro';
import { useParams, useSearch } from '@tanstack/react-router';
import { useQuery } from '~/gql';
import { NotFound } from '~/routes/NotFound';
import { FaultNotice } from '~/shell/FaultNotice';
import { ButtonLink, EmptyState, Hideable, Link, Page, SkeletonRows, Stack, ViewLinks } from '~/ui';
import { Compare } from './Compare';
import { OnDay } from './OnDay';
import { PlanRecordDocument, touches } from './query';
import { ReadVersion } from './ReadVersion';
import { VersionList } from './VersionList';

/** What a plan said and when: its versions, two of them beside each other, any day (rule 71). */
export function PlanRecord() {
  const { t } = useLingui();
  const { caseId } = useParams({ from: '/signed-in/cases/$caseId/plan-record' });
  const { view, version, from, to, on } = useSearch({
    from: '/signed-in/cases/$caseId/plan-record',
  });
  const { data, fault, retry } = useQuery(PlanRecordDocument, { id: caseId }, { touches });
  if (!data) {
    return (
      <Page title={t`Versions of the plan`}>
        {fault ? <FaultNotice fault={fault} retry={retry} /> : <SkeletonRows rows={6} />}
      </Page>
    );
  }
  if (!data.case) return <NotFound />;
  const { alias, plan } = data.case;
  const views = [
    { key: undefined, label: t`All versions` },
    { key: 'compare', label: t`Compare two` },
    { key: 'day', label: t`As it was on a day` },
  ] as const;
  const current = view === 'read' ? undefined : view;
  return (
    <Page
      title={<Hideable>{alias}</Hideable>}
      lead={t`Versions of the plan`}
      actions={
        <ButtonLink to="/cases/$caseId" params={{ caseId }} search={{ tab: 'plan' }}>
          {t`To the plan`}
        </ButtonLink>
      }
    >
      {plan?.versions.length ? (
        <Stack gap="large">
          <ViewLinks
            label={t`Ways to read the plan back`}
            views={views.map(({ key, label }) => ({
              key: key ?? 'all',
              link: (
                <Link
                  to="/cases/$caseId/plan-record"
                  params={{ caseId }}
                  search={key ? { view: key } : {}}
                  aria-current={key === current ? 'page' : undefined}
                  activeOptions={{ exact: true }}
                >
                  {label}
                </Link>
              ),
            }))}
          />
          {view === undefined ? <VersionList caseId={caseId} plan={plan} /> : null}
          {view === 'read' ? <ReadVersion caseId={caseId} alias={alias} number={version} /> : null}
          {view === 'compare' ? <Compare caseId={caseId} plan={plan} from={from} to={to} /> : null}
          {view === 'day' ? (
            <OnDay caseId={caseId} alias={alias} versions={plan.versions} on={on} />
          ) : null}
        </Stack>
      ) : (
        <EmptyState title={t`No version was frozen yet`}>
          {t`A version is frozen when the plan becomes active. From then on it can be read back.`}
        </EmptyState>
      )}
    </Page>
  );
}
