import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { Button } from '~/ui';
import { useSessionEnd } from './idle';
import css from './safety.module.css';

/** Asks before the session ends. Nothing typed is lost either way. */
export function IdleDialog({ keepAlive }: { keepAlive: () => void }) {
  const { t } = useLingui();
  const { asking, stay, minutes } = useSessionEnd(keepAlive);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking) button.current?.focus();
  }, [asking]);
  if (!asking) return null;
  return (
    <div className={css.veil} data-trellis-overlay>
      <div
        role="alertdialog"
        aria-modal="true"
        aria-labelledby="idle-title"
        aria-describedby="idle-text"
        className={css.alert}
      >
        <h2 id="idle-title">{t`Are you still there?`}</h2>
        <p id="idle-text">
          <Plural
            value={minutes}
            one="This session ends in about # minute. What you wrote is kept."
            other="This session ends in about # minutes. What you wrote is kept."
          />
        </p>
        <Button look="main" ref={button} onClick={stay}>
          <Trans>Stay</Trans>
        </Button>
      </div>
    </div>
  );
}
