import { useLingui } from '@lingui/react/macro';
import { graphql, usePages } from '~/gql';
import type { CaseHistoryQuery } from '~/gql/generated/graphql';
import { FaultNotice } from '~/shell/FaultNotice';
import { type Column, DataTable, EmptyState, Moment, Stack } from '~/ui';
import { useActWords } from './actWords';

const HistoryDocument = graphql(`
  query CaseHistory($id: ID!, $after: String) {
    case(id: $id) {
      id
      history(first: 50, after: $after) {
        edges {
          node { id at act outcome changedFields reason actor { id name } }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);
type Row = NonNullable<NonNullable<CaseHistoryQuery['case']>['history']>['edges'][number]['node'];
const none = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };

/** Who did or saw what, the newest first. It cannot be changed, and looking at it is in it too. */
export function History({ caseId }: { caseId: string }) {
  const { t } = useLingui();
  const words = useActWords();
  const pages = usePages(HistoryDocument, { id: caseId }, (data) => data.case?.history ?? none, [
    'AuditEntry',
  ]);
  const columns: Column<Row>[] = [
    { id: 'what', header: t`What`, cell: (row) => words.act(row.act) },
    { id: 'who', header: t`Who`, cell: (row) => row.actor?.name ?? t`The system` },
    { id: 'at', header: t`When`, cell: (row) => <Moment value={row.at} /> },
    { id: 'outcome', header: t`Outcome`, cell: (row) => words.outcome(row.outcome) },
    {
      id: 'fields',
      header: t`Fields`,
      wideOnly: true,
      cell: (row) => row.changedFields.map(words.field).join(', '),
    },
    { id: 'reason', header: t`Reason given`, wideOnly: true, cell: (row) => row.reason },
  ];
  if (pages.fault && !pages.rows) return <FaultNotice fault={pages.fault} retry={pages.retry} />;
  return (
    <Stack>
      <p className="t-soft">{t`Everything that was done with this case, or seen of it.`}</p>
      <DataTable
        label={t`History of this case`}
        columns={columns}
        rows={pages.rows}
        rowKey={(row) => row.id}
        fetching={pages.fetching}
        hasMore={pages.hasMore}
        onMore={pages.more}
        empty={<EmptyState title={t`Nothing has happened yet`} />}
      />
    </Stack>
  );
}
