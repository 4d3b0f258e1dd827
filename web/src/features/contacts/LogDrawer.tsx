import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button, Drawer, Notice, Stack } from '~/ui';
import { LogForm, type LoggedContact } from './LogForm';
import { Noticed } from './Noticed';

interface LogDrawerProps {
  /** The case that is open behind it. */
  caseId: string | undefined;
  onClose: () => void;
  onSaved: () => void;
}

/** Logging a contact over any page. Closing it is going back: the server keeps the draft. */
export function LogDrawer({ caseId, onClose, onSaved }: LogDrawerProps) {
  const { t } = useLingui();
  const [round, setRound] = useState(0);
  const [noticed, setNoticed] = useState<Omit<LoggedContact, 'next'>>();
  if (noticed) {
    return (
      <Drawer opened onClose={onClose} title={t`Add observation`}>
        <Noticed of={noticed} onClose={onClose} />
      </Drawer>
    );
  }
  return (
    <Drawer opened onClose={onClose} title={t`Log a contact`}>
      <Stack>
        {round > 0 ? <Notice tone="good" title={t`Saved. The next one:`} /> : null}
        <LogForm
          key={round}
          caseId={round === 0 ? caseId : undefined}
          back={<Button look="quiet" onClick={onClose}>{t`Back`}</Button>}
          onDone={({ next, ...contact }) => {
            onSaved();
            if (next === 'another') setRound(round + 1);
            else if (next === 'observe') setNoticed(contact);
            else onClose();
          }}
        />
      </Stack>
    </Drawer>
  );
}
