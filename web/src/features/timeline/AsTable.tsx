import { useLingui } from '@lingui/react/macro';
import { type Column, DataTable, EmptyState } from '~/ui';
import type { Entry } from './entries';
import { useEntryWords } from './useEntryWords';

/** The same as the picture, the newest first. */
export function AsTable({ entries }: { entries: readonly Entry[] }) {
  const { t } = useLingui();
  const words = useEntryWords();
  const columns: Column<Entry>[] = [
    { id: 'when', header: t`When`, cell: (row) => words.when(row) },
    { id: 'lane', header: t`Lane`, cell: (row) => words.lane[row.lane] },
    { id: 'what', header: t`What`, cell: (row) => words.what(row) },
  ];
  return (
    <DataTable
      label={t`Timeline`}
      columns={columns}
      rows={[...entries].reverse()}
      rowKey={(row) => row.key}
      empty={<EmptyState title={t`Nothing happened in this time`} />}
    />
  );
}
