import { useLingui } from '@lingui/react/macro';
import { Ago, type Column, Hideable, Link } from '~/ui';
import type { ListedReferral } from './Referrals';
import css from './referrals.module.css';
import { NextStep, Standing, Waits } from './Standing';

/** The same columns in every part of the queue, so that the eye learns where to look. */
export function useReferralColumns(): Column<ListedReferral>[] {
  const { t } = useLingui();
  return [
    {
      id: 'service',
      header: t`Service`,
      cell: (row) => (
        <Link to="/referrals/$referralId" params={{ referralId: row.id }}>
          {row.service ? <Hideable>{row.service.name}</Hideable> : row.reference}
        </Link>
      ),
    },
    {
      id: 'reference',
      header: t`Reference`,
      wideOnly: true,
      cell: (row) => <span className={css.whole}>{row.reference}</span>,
    },
    {
      id: 'case',
      header: t`Case`,
      cell: (row) => (
        <Link to="/cases/$caseId" params={{ caseId: row.case.id }} search={{ tab: 'referrals' }}>
          <Hideable>{row.case.alias}</Hideable>
        </Link>
      ),
    },
    { id: 'state', header: t`State`, cell: (row) => <Standing state={row.state} /> },
    { id: 'since', header: t`Waits since`, cell: (row) => <Waits since={row.waitingSince} /> },
    { id: 'next', header: t`Next step`, cell: (row) => <NextStep state={row.state} /> },
    {
      id: 'made',
      header: t`Made`,
      wideOnly: true,
      cell: (row) => (
        <span className={css.whole}>
          <Ago value={row.createdAt} />
        </span>
      ),
    },
  ];
}
