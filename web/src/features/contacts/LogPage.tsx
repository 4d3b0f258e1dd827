import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Notice, Page } from '~/ui';
import { LogForm } from './LogForm';

/** The drawer as a page, for phones and deep links. */
export function LogPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [round, setRound] = useState(0);
  return (
    <Page title={t`Log a contact`} narrow>
      {round > 0 ? <Notice tone="good" title={t`Saved. The next one:`} /> : null}
      <LogForm
        key={round}
        caseId={undefined}
        onDone={(another, caseId) => {
          if (another) setRound(round + 1);
          else {
            void navigate({
              to: '/cases/$caseId',
              params: { caseId },
              search: { tab: 'contacts' },
            });
          }
        }}
      />
    </Page>
  );
}
