import { useMemo, useState } from 'react';

/** Cases that may be handed over at once. */
export const mostSelected = 50;

/** Which of the rows that are shown are selected; one that is not shown any more is none of them. */
export function useSelection<Row extends { id: string }>(rows: readonly Row[] | undefined) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const selected = useMemo(() => (rows ?? []).filter(({ id }) => ids.has(id)), [rows, ids]);
  return {
    selected,
    has: (row: Row) => ids.has(row.id),
    toggle: (row: Row) =>
      setIds((before) => {
        const next = new Set(before);
        if (!next.delete(row.id)) next.add(row.id);
        return next;
      }),
    all: () => setIds(new Set((rows ?? []).slice(0, mostSelected).map(({ id }) => id))),
    clear: () => setIds(new Set()),
  };
}
