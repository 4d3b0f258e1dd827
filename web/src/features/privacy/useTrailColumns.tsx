import { useLingui } from '@lingui/react/macro';
import { useActWords } from '~/features/cases/actWords';
import { type Column, Moment } from '~/ui';
import type { TrailEntry } from './useTrail';

/** What the trail shows of an entry: never a value that was seen or changed (rule 36). */
export function useTrailColumns(): Column<TrailEntry>[] {
  const { t } = useLingui();
  const words = useActWords();
  return [
    { id: 'what', header: t`What`, cell: (row) => words.act(row.act) },
    { id: 'who', header: t`Who`, cell: (row) => row.actor?.name ?? t`The system` },
    { id: 'at', header: t`When`, cell: (row) => <Moment value={row.at} /> },
    { id: 'outcome', header: t`Outcome`, cell: (row) => words.outcome(row.outcome) },
    {
      id: 'about',
      header: t`About`,
      cell: (row) => (row.targetType ? words.target(row.targetType) : null),
    },
    {
      id: 'fields',
      header: t`Fields`,
      wideOnly: true,
      cell: (row) => row.changedFields.map(words.field).join(', '),
    },
  ];
}
