import { Trans, useLingui } from '@lingui/react/macro';
import { Popover } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { Button } from '../actions/Button';
import type { Outcome } from '../form/outcome';
import { TextField } from '../form/TextField';
import css from './sensitive.module.css';

export interface Revealed {
  value: string;
  hideAfterSeconds: number;
}

interface MaskedValueProps {
  /** What is masked, for its button and for those who listen: "Legal name". */
  label: string;
  /** As it came from the server: masked, or open to this person, or not known at all. */
  value: { masked: boolean; value?: string | null };
  /** Asks the server, which writes down who, when and why before it answers. */
  onReveal: (reason: string) => Promise<Outcome<Revealed>>;
  /** Words for a value that nobody has recorded. */
  unknown: string;
}

/** A value that stays on the server until it is asked for with a reason; it hides itself again. */
export function MaskedValue({ label, value, onReveal, unknown }: MaskedValueProps) {
  const { t } = useLingui();
  const [shown, setShown] = useState<Revealed>();
  const [asking, setAsking] = useState(false);

  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(() => setShown(undefined), shown.hideAfterSeconds * 1000);
    return () => clearTimeout(timer);
  }, [shown]);

  if (!value.masked) return <>{value.value ?? <span className="t-soft">{unknown}</span>}</>;
  if (shown) {
    return (
      <span className={css.masked}>
        <span>{shown.value}</span>
        <Button
          small
          look="quiet"
          aria-label={t`Hide ${label}`}
          onClick={() => setShown(undefined)}
        >
          <Trans>Hide</Trans>
        </Button>
      </span>
    );
  }
  return (
    <span className={css.masked}>
      <span className={css.mask} aria-hidden>
        ••••••
      </span>
      <span className="t-hidden-visually">
        <Trans>hidden</Trans>
      </span>
      <Popover opened={asking} onChange={setAsking} trapFocus returnFocus position="bottom-start">
        <Popover.Target>
          <Button
            small
            look="quiet"
            aria-label={t`Show ${label}`}
            onClick={() => setAsking(!asking)}
          >
            <Trans>Show</Trans>
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t`Show ${label}`}>
          <AskReason
            onReveal={onReveal}
            onShown={(revealed) => {
              setAsking(false);
              setShown(revealed);
            }}
          />
        </Popover.Dropdown>
      </Popover>
    </span>
  );
}

interface AskReasonProps {
  onReveal: MaskedValueProps['onReveal'];
  onShown: (revealed: Revealed) => void;
}

function AskReason({ onReveal, onShown }: AskReasonProps) {
  const { t } = useLingui();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const ask = async (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (busy) return;
    if (reason.trim() === '') {
      setProblem(t`Say why you need it. The reason is kept with your name.`);
      return;
    }
    setBusy(true);
    const outcome = await onReveal(reason.trim());
    setBusy(false);
    if (outcome.kind === 'done') onShown(outcome.value);
    else setProblem(outcome.message);
  };
  return (
    <form className={css.ask} onSubmit={ask} noValidate>
      <TextField
        label={t`Why do you need to see this?`}
        hint={t`Kept with your name and the time. It hides itself after a minute.`}
        value={reason}
        onChange={setReason}
        focusFirst
      />
      {problem ? (
        <div role="alert" className="t-soft">
          {problem}
        </div>
      ) : null}
      <Button type="submit" look="main" busy={busy}>
        <Trans>Show it</Trans>
      </Button>
    </form>
  );
}
