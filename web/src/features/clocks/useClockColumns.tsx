import { useLingui } from '@lingui/react/macro';
import type { ClocksQuery } from '~/gql/generated/graphql';
import { Ago, type Column, Hideable, Link, Moment } from '~/ui';
import { ClockPill } from './ClockPill';

type Row = ClocksQuery['clocks']['edges'][number]['node'];

/** What the list shows of a clock: a promise and who keeps it, nothing about a child. */
export function useClockColumns(): Column<Row>[] {
  const { t } = useLingui();
  return [
    {
      id: 'case',
      header: t`Case`,
      cell: (row) => (
        <Link to="/cases/$caseId" params={{ caseId: row.case.id }}>
          <Hideable>{row.case.alias}</Hideable>
        </Link>
      ),
    },
    { id: 'what', header: t`What`, cell: (row) => row.title },
    { id: 'status', header: t`How it stands`, cell: (row) => <ClockPill status={row.status} /> },
    {
      id: 'due',
      header: t`Due`,
      cell: (row) => (
        <>
          <Moment value={row.dueAt} />
          {row.metAt ? null : (
            <span className="t-soft">
              {' '}
              (<Ago value={row.dueAt} />)
            </span>
          )}
        </>
      ),
    },
    {
      id: 'done',
      header: t`Done`,
      wideOnly: true,
      cell: (row) => (row.metAt ? <Moment value={row.metAt} /> : null),
    },
    {
      id: 'owner',
      header: t`Seen to by`,
      cell: (row) => row.owner?.name ?? <span className="t-soft">{t`nobody yet`}</span>,
    },
  ];
}
