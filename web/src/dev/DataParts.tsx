import { useState } from 'react';
import { type Column, DataTable, Day, EmptyState, Section, StatusPill } from '~/ui';

interface Row {
  id: string;
  alias: string;
  state: string;
  last: string;
  open: number;
}
type Order = 'LAST' | 'REVIEW';

const rows: Row[] = ['Wren', 'Juniper', 'Sparrow', 'Cedar', 'Brook', 'Heron'].map((alias, at) => ({
  id: alias,
  alias,
  state: at % 2 ? 'Active' : 'Waiting for her voice',
  last: `2026-11-${10 + at}`,
  open: at,
}));
const columns: Column<Row, Order>[] = [
  { id: 'alias', header: 'Name', cell: (row) => <a href="#row">{row.alias}</a> },
  {
    id: 'state',
    header: 'Plan',
    cell: (row) => <StatusPill tone={row.open % 2 ? 'active' : 'waiting'}>{row.state}</StatusPill>,
  },
  { id: 'last', header: 'Last contact', order: 'LAST', cell: (row) => <Day value={row.last} /> },
  { id: 'open', header: 'Open goals', align: 'end', cell: (row) => row.open },
];

export function DataParts() {
  const [order, setOrder] = useState<Order>('LAST');
  return (
    <Section title="A table" plain>
      <DataTable
        label="Cases"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        order={order}
        onOrder={setOrder}
        hasMore
        onMore={() => {}}
        empty={<EmptyState title="Nothing matches these filters" />}
      />
    </Section>
  );
}
