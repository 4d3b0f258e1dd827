import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Notice, Page } from '~/ui';
import { LogForm, type LoggedContact } from './LogForm';
import { Noticed } from './Noticed';

/** The drawer as a page, for phones and deep links. */
export function LogPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [round, setRound] = useState(0);
  const [noticed, setNoticed] = useState<Omit<LoggedContact, 'next'>>();
  const toCase = (caseId: string, tab: 'contacts' | 'observations') =>
    void navigate({ to: '/cases/$caseId', params: { caseId }, search: { tab } });
  if (noticed) {
    return (
      <Page title={t`Add observation`} narrow>
        <Noticed of={noticed} onClose={() => toCase(noticed.caseId, 'observations')} />
      </Page>
    );
  }
  return (
    <Page title={t`Log a contact`} narrow>
      {round > 0 ? <Notice tone="good" title={t`Saved. The next one:`} /> : null}
      <LogForm
        key={round}
        caseId={undefined}
        onDone={({ next, ...contact }) => {
          if (next === 'another') setRound(round + 1);
          else if (next === 'observe') setNoticed(contact);
          else toCase(contact.caseId, 'contacts');
        }}
      />
    </Page>
  );
}
