import { Trans, useLingui } from '@lingui/react/macro';
import { usePages } from '~/gql';
import { FaultNotice } from '~/shell/FaultNotice';
import { ButtonLink, Day, EmptyState, Row, useNow } from '~/ui';
import { StaffingsDocument } from './query';
import { StaffingTable } from './StaffingTable';
import { boundsOf, monthOf } from './search';

/** One month of what has been. The server lists from an instant on; it is cut at the month's end. */
export function PastStaffings({ month }: { month: string | undefined }) {
  const { t } = useLingui();
  const now = useNow();
  const present = monthOf(new Date(now));
  const shown = month && month < present ? month : present;
  const { from, until } = boundsOf(shown);
  const end = Math.min(until.getTime(), now);
  const pages = usePages(
    StaffingsDocument,
    { from: from.toISOString() },
    (data) => data.staffings,
    ['Staffing'],
  );
  const last = pages.rows?.at(-1);
  const lastDay = new Date(end - 1).toISOString();
  return (
    <>
      <Row justify="between">
        <strong>
          <Trans>
            From <Day value={from.toISOString()} /> to <Day value={lastDay} />
          </Trans>
        </strong>
        <Row>
          <ButtonLink
            to="/staffings"
            search={{ view: 'past', month: monthOf(from, -1) }}
          >{t`The month before`}</ButtonLink>
          {shown < present ? (
            <ButtonLink
              to="/staffings"
              search={{ view: 'past', month: monthOf(from, 1) }}
            >{t`The month after`}</ButtonLink>
          ) : null}
        </Row>
      </Row>
      {pages.fault ? <FaultNotice fault={pages.fault} retry={pages.retry} /> : null}
      {pages.fault && !pages.rows ? null : (
        <StaffingTable
          label={t`Past staffings`}
          rows={pages.rows?.filter((row) => Date.parse(row.at) < end)}
          fetching={pages.fetching}
          hasMore={pages.hasMore && last !== undefined && Date.parse(last.at) < end}
          onMore={pages.more}
          empty={
            <EmptyState title={t`No staffing in this month`}>
              {t`Those of other months are a step before or after.`}
            </EmptyState>
          }
        />
      )}
    </>
  );
}
