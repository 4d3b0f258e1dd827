import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { usePages } from '~/gql';
import { FaultNotice } from '~/shell/FaultNotice';
import { EmptyState } from '~/ui';
import { StaffingsDocument } from './query';
import { StaffingTable } from './StaffingTable';

/** From this hour on. */
export function UpcomingStaffings() {
  const { t } = useLingui();
  // The hour, not the moment: the same question again is then answered from memory.
  const [from] = useState(() => `${new Date().toISOString().slice(0, 13)}:00:00Z`);
  const pages = usePages(StaffingsDocument, { from }, (data) => data.staffings, ['Staffing']);
  return (
    <>
      {pages.fault ? <FaultNotice fault={pages.fault} retry={pages.retry} /> : null}
      {pages.fault && !pages.rows ? null : (
        <StaffingTable
          label={t`Staffings to come`}
          rows={pages.rows}
          fetching={pages.fetching}
          hasMore={pages.hasMore}
          onMore={pages.more}
          empty={
            <EmptyState title={t`No staffing is planned`}>
              {t`An open case is staffed within 30 days, then at least every 90.`}
            </EmptyState>
          }
        />
      )}
    </>
  );
}
