import { useLingui } from '@lingui/react/macro';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useCan } from '~/gql';
import { Needs } from '~/shell/Needs';
import { Button, Link, Page, Stack, ViewLinks } from '~/ui';
import { PastStaffings } from './PastStaffings';
import { PlanStaffing } from './PlanStaffing';
import { UpcomingStaffings } from './UpcomingStaffings';

/** When cases are talked over: what comes, and what has been, month by month. */
export function Staffings() {
  return (
    <Needs act="STAFFING_VIEW">
      <StaffingsScreen />
    </Needs>
  );
}

function StaffingsScreen() {
  const { t } = useLingui();
  const plans = useCan('STAFFING_SCHEDULE');
  const [planning, setPlanning] = useState(false);
  const { view, month } = useSearch({ from: '/signed-in/staffings' });
  return (
    <Page
      title={t`Staffings`}
      lead={t`Meetings of the team over cases, in the order of time.`}
      actions={
        plans ? (
          <Button look="main" onClick={() => setPlanning(true)}>{t`Plan a staffing`}</Button>
        ) : undefined
      }
    >
      <Stack>
        <ViewLinks
          label={t`Views of the staffings`}
          views={[
            {
              key: 'upcoming',
              link: (
                <Link
                  to="/staffings"
                  activeOptions={{ exact: true }}
                  aria-current={view ? undefined : 'page'}
                >{t`To come`}</Link>
              ),
            },
            {
              key: 'past',
              link: (
                <Link
                  to="/staffings"
                  search={{ view: 'past' }}
                  aria-current={view ? 'page' : undefined}
                >{t`Past`}</Link>
              ),
            },
          ]}
        />
        {view ? <PastStaffings month={month} /> : <UpcomingStaffings />}
      </Stack>
      <PlanStaffing opened={planning} onClose={() => setPlanning(false)} />
    </Page>
  );
}
