import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { PlanStaffing } from '~/features/staffings/PlanStaffing';
import { StaffingState } from '~/features/staffings/StaffingState';
import { staffingType, useWords } from '~/features/words';
import { graphql, usePages } from '~/gql';
import type { CaseStaffingsQuery } from '~/gql/generated/graphql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Button, type Column, DataTable, EmptyState, Link, Moment, Row, Stack } from '~/ui';

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
type StaffingRow = NonNullable<CaseStaffingsQuery['case']>['staffings']['edges'][number]['node'];
const none = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };

interface CaseStaffingsProps {
  of: { id: string; alias: string };
  mayPlan: boolean;
}

/** When the case was or will be talked over. */
export function CaseStaffings({ of, mayPlan }: CaseStaffingsProps) {
  const { t } = useLingui();
  const { word } = useWords();
  const [planning, setPlanning] = useState(false);
  const pages = usePages(StaffingsDocument, { id: of.id }, (data) => data.case?.staffings ?? none, [
    'Staffing',
  ]);
  const columns: Column<StaffingRow>[] = [
    {
      id: 'at',
      header: t`When`,
      cell: (row) => (
        <Link to="/staffings/$staffingId" params={{ staffingId: row.id }}>
          <Moment value={row.at} />
        </Link>
      ),
    },
    { id: 'type', header: t`Kind`, cell: (row) => word(staffingType, row.type) },
    { id: 'who', header: t`Led by`, cell: (row) => row.facilitator?.name },
    { id: 'state', header: t`State`, cell: (row) => <StaffingState of={row} /> },
    { id: 'purpose', header: t`Purpose`, wideOnly: true, cell: (row) => row.purpose },
  ];
  if (pages.fault && !pages.rows) return <FaultNotice fault={pages.fault} retry={pages.retry} />;
  const plan = mayPlan ? (
    <Button onClick={() => setPlanning(true)}>{t`Plan a staffing`}</Button>
  ) : undefined;
  return (
    <Stack>
      {plan && pages.rows?.length ? <Row justify="end">{plan}</Row> : null}
      <DataTable
        label={t`Staffings of this case`}
        columns={columns}
        rows={pages.rows}
        rowKey={(row) => row.id}
        fetching={pages.fetching}
        hasMore={pages.hasMore}
        onMore={pages.more}
        empty={
          <EmptyState title={t`No staffing yet`} actions={plan}>
            {t`An open case is staffed within 30 days, then at least every 90.`}
          </EmptyState>
        }
      />
      <PlanStaffing opened={planning} onClose={() => setPlanning(false)} about={of} />
    </Stack>
  );
}
