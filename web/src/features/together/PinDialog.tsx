import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, useId, useState } from 'react';
import { useMutation } from '~/gql';
import { Button, Modal, newKey } from '~/ui';
import { LeaveDocument } from './documents';
import css from './together.module.css';

interface PinDialogProps {
  opened: boolean;
  onClose: () => void;
  onLeft: () => void;
}

/** The way out. What it says could be read by anybody. */
export function PinDialog({ opened, onClose, onLeft }: PinDialogProps) {
  const { t } = useLingui();
  return (
    <Modal opened={opened} onClose={onClose} title={t`For your worker`}>
      {opened ? <PinForm onLeft={onLeft} /> : null}
    </Modal>
  );
}

function PinForm({ onLeft }: { onLeft: () => void }) {
  const { t } = useLingui();
  const leave = useMutation(LeaveDocument);
  const id = useId();
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || pin === '') return;
    setBusy(true);
    setSaid('');
    const outcome = await leave({ input: { clientMutationKey: newKey(), pin } });
    setBusy(false);
    setPin('');
    if (outcome.kind === 'done') onLeft();
    else
      setSaid(
        outcome.kind === 'fault' ? t`Not yet. Try again in a moment.` : t`Try the PIN again.`,
      );
  };
  return (
    <form className={css.pin} onSubmit={(event) => void submit(event)}>
      <label htmlFor={id}>
        <Trans>PIN</Trans>
      </label>
      <input
        id={id}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={8}
        value={pin}
        onChange={(event) => setPin(event.currentTarget.value)}
        data-autofocus
      />
      <div role="status">{said}</div>
      <Button look="main" type="submit" busy={busy}>
        <Trans>Open</Trans>
      </Button>
    </form>
  );
}
