import { useLingui } from '@lingui/react/macro';
import { referralState, useWords } from '~/features/words';
import { referralStateTones } from '~/features/words/tones';
import { graphql, useCan, usePages } from '~/gql';
import type { CaseReferralsQuery } from '~/gql/generated/graphql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Ago, type Column, DataTable, EmptyState, Link, StatusPill } from '~/ui';

const ReferralsDocument = graphql(`
  query CaseReferrals($id: ID!, $after: String) {
    case(id: $id) {
      id
      referrals(first: 25, after: $after) {
        edges {
          node {
            id reference state createdAt waitingSince
            service { id name organizationName }
          }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);
type Row = NonNullable<CaseReferralsQuery['case']>['referrals']['edges'][number]['node'];
const none = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };

/** Where help was asked for, and where each request for it stands. */
export function CaseReferrals({ caseId }: { caseId: string }) {
  const { t } = useLingui();
  const { word } = useWords();
  const searches = useCan('SERVICE_SEARCH');
  const pages = usePages(
    ReferralsDocument,
    { id: caseId },
    (data) => data.case?.referrals ?? none,
    ['Referral'],
  );
  const columns: Column<Row>[] = [
    {
      id: 'service',
      header: t`Service`,
      cell: (row) => (
        <Link to={`/referrals/${row.id}` as '/'}>{row.service?.name ?? row.reference}</Link>
      ),
    },
    {
      id: 'organization',
      header: t`Organization`,
      wideOnly: true,
      cell: (row) => row.service?.organizationName,
    },
    {
      id: 'state',
      header: t`State`,
      cell: (row) => (
        <StatusPill tone={referralStateTones[row.state]}>
          {word(referralState, row.state)}
        </StatusPill>
      ),
    },
    {
      id: 'since',
      header: t`Waits since`,
      cell: (row) =>
        row.waitingSince ? (
          <Ago value={row.waitingSince} />
        ) : (
          <span className="t-soft">{t`does not wait`}</span>
        ),
    },
    { id: 'made', header: t`Made`, cell: (row) => <Ago value={row.createdAt} /> },
  ];
  if (pages.fault && !pages.rows) return <FaultNotice fault={pages.fault} retry={pages.retry} />;
  return (
    <DataTable
      label={t`Referrals of this case`}
      columns={columns}
      rows={pages.rows}
      rowKey={(row) => row.id}
      fetching={pages.fetching}
      hasMore={pages.hasMore}
      onMore={pages.more}
      empty={
        <EmptyState
          title={t`No referrals yet`}
          actions={
            searches ? <Link to={'/resources' as '/'}>{t`Look for a service`}</Link> : undefined
          }
        >
          {t`When a step needs a service, look for it in the directory and refer from there.`}
        </EmptyState>
      }
    />
  );
}
