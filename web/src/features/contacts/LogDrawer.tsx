import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button, Drawer, Notice, Stack } from '~/ui';
import { LogForm } from './LogForm';

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
  return (
    <Drawer opened onClose={onClose} title={t`Log a contact`}>
      <Stack>
        {round > 0 ? <Notice tone="good" title={t`Saved. The next one:`} /> : null}
        <LogForm
          key={round}
          caseId={round === 0 ? caseId : undefined}
          back={<Button look="quiet" onClick={onClose}>{t`Back`}</Button>}
          onDone={(another) => {
            onSaved();
            if (another) setRound(round + 1);
            else onClose();
          }}
        />
      </Stack>
    </Drawer>
  );
}
