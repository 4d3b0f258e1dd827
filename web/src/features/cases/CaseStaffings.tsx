import { useLingui } from '@lingui/react/macro';
import { staffingType, useWords } from '~/features/words';
import { graphql, usePages } from '~/gql';
import type { CaseStaffingsQuery } from '~/gql/generated/graphql';
import { FaultNotice } from '~/shell/FaultNotice';
import { type Column, DataTable, EmptyState, Moment, StatusPill, useNow } from '~/ui';

const StaffingsDocument = graphql(`
  query CaseStaffings($id: ID!, $after: String) {
    case(id: $id) {
      id
      staffings(first: 25, after: $after) {
        edges { node { id type at purpose cancelled facilitator { id name } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);
type Row = NonNullable<CaseStaffingsQuery['case']>['staffings']['edges'][number]['node'];
const none = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };

/** When the case was or will be talked over. */
export function CaseStaffings({ caseId }: { caseId: string }) {
  const { t } = useLingui();
  const { word } = useWords();
  const now = useNow();
  const pages = usePages(
    StaffingsDocument,
    { id: caseId },
    (data) => data.case?.staffings ?? none,
    ['Staffing'],
  );
  const columns: Column<Row>[] = [
    { id: 'at', header: t`When`, cell: (row) => <Moment value={row.at} /> },
    { id: 'type', header: t`Kind`, cell: (row) => word(staffingType, row.type) },
    { id: 'who', header: t`Led by`, cell: (row) => row.facilitator?.name },
    {
      id: 'state',
      header: t`State`,
      cell: (row) =>
        row.cancelled ? (
          <StatusPill>{t`Cancelled`}</StatusPill>
        ) : new Date(row.at).getTime() > now ? (
          <StatusPill tone="waiting">{t`To come`}</StatusPill>
        ) : (
          <StatusPill tone="done">{t`Held`}</StatusPill>
        ),
    },
    { id: 'purpose', header: t`Purpose`, wideOnly: true, cell: (row) => row.purpose },
  ];
  if (pages.fault && !pages.rows) return <FaultNotice fault={pages.fault} retry={pages.retry} />;
  return (
    <DataTable
      label={t`Staffings of this case`}
      columns={columns}
      rows={pages.rows}
      rowKey={(row) => row.id}
      fetching={pages.fetching}
      hasMore={pages.hasMore}
      onMore={pages.more}
      empty={
        <EmptyState title={t`No staffing yet`}>
          {t`An open case is staffed within 30 days, then at least every 90.`}
        </EmptyState>
      }
    />
  );
}
