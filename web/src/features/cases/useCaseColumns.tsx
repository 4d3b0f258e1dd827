import { useLingui } from '@lingui/react/macro';
import { caseStatus, useWords } from '~/features/words';
import { caseStatusTones } from '~/features/words/tones';
import type { CasesQuery } from '~/gql/generated/graphql';
import { useNamesHidden } from '~/safety';
import { Ago, type Column, Day, Hideable, Link, Moment, RowCheck, StatusPill } from '~/ui';
import type { CaseOrderName } from './search';

type Row = CasesQuery['cases']['edges'][number]['node'];

interface Selection {
  has: (row: Row) => boolean;
  toggle: (row: Row) => void;
}

/** What the list shows of a case: workload and promises, never a number about a child. */
export function useCaseColumns(selection?: Selection): Column<Row, CaseOrderName>[] {
  const { t } = useLingui();
  const { word } = useWords();
  const hidden = useNamesHidden();
  const none = <span className="t-soft">{t`none yet`}</span>;
  const select: Column<Row, CaseOrderName>[] = selection
    ? [
        {
          id: 'select',
          header: t`Select`,
          cell: (row) => (
            <RowCheck
              label={hidden ? t`Select this case` : t`Select ${row.alias}`}
              checked={selection.has(row)}
              onChange={() => selection.toggle(row)}
            />
          ),
        },
      ]
    : [];
  return [
    ...select,
    {
      id: 'alias',
      header: t`Working name`,
      cell: (row) => (
        <Link to="/cases/$caseId" params={{ caseId: row.id }}>
          <Hideable>{row.alias}</Hideable>
        </Link>
      ),
    },
    {
      id: 'status',
      header: t`Status`,
      order: 'opened',
      cell: (row) =>
        row.status ? (
          <StatusPill tone={caseStatusTones[row.status]}>{word(caseStatus, row.status)}</StatusPill>
        ) : null,
    },
    {
      id: 'specialist',
      header: t`Specialist`,
      cell: (row) => row.specialist?.name ?? <span className="t-soft">{t`not assigned`}</span>,
    },
    {
      id: 'advocate',
      header: t`Advocate`,
      wideOnly: true,
      cell: (row) => row.advocate?.name ?? <span className="t-soft">{t`not assigned`}</span>,
    },
    {
      id: 'contact',
      header: t`Last contact`,
      order: 'contact',
      cell: (row) => (row.lastContactAt ? <Ago value={row.lastContactAt} /> : none),
    },
    {
      id: 'next',
      header: t`Next contact`,
      cell: (row) => (row.nextContactOn ? <Day value={row.nextContactOn} /> : none),
    },
    {
      id: 'review',
      header: t`Plan review`,
      order: 'review',
      cell: (row) => (row.nextReviewOn ? <Day value={row.nextReviewOn} /> : none),
    },
    {
      id: 'staffing',
      header: t`Staffing`,
      wideOnly: true,
      cell: (row) => (row.nextStaffingAt ? <Moment value={row.nextStaffingAt} /> : none),
    },
  ];
}
