import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { staffingType, useWords } from '~/features/words';
import { type Column, DataTable, Hideable, Link, Moment } from '~/ui';
import type { StaffingRow } from './query';
import { StaffingState } from './StaffingState';

interface StaffingTableProps {
  label: string;
  rows: readonly StaffingRow[] | undefined;
  fetching: boolean;
  hasMore: boolean;
  onMore: () => void;
  empty: ReactNode;
}

/** Staffings as rows; the time is the way to each. */
export function StaffingTable({ label, ...rest }: StaffingTableProps) {
  const { t } = useLingui();
  const { word } = useWords();
  const navigate = useNavigate();
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
    {
      id: 'cases',
      header: t`Agenda`,
      cell: (row) => <Hideable>{row.cases.map(({ alias }) => alias).join(', ')}</Hideable>,
    },
    { id: 'who', header: t`Led by`, cell: (row) => row.facilitator?.name },
    { id: 'state', header: t`State`, cell: (row) => <StaffingState of={row} /> },
  ];
  return (
    <DataTable
      label={label}
      columns={columns}
      rowKey={(row) => row.id}
      onOpen={(row) =>
        void navigate({ to: '/staffings/$staffingId', params: { staffingId: row.id } })
      }
      {...rest}
    />
  );
}
