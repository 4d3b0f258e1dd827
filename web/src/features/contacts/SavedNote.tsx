import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import css from './contacts.module.css';

const shownMs = 8000;

/** Good news may fade, but not before it could be read (at least six seconds). */
export function SavedNote({ saved }: { saved: { at: number } | undefined }) {
  const { i18n } = useLingui();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!saved) return;
    setShown(true);
    const timer = setTimeout(() => setShown(false), shownMs);
    return () => clearTimeout(timer);
  }, [saved]);
  return (
    <div role="status" className={css.saved} data-shown={shown}>
      {shown && saved ? (
        <Trans>Contact saved {i18n.date(new Date(saved.at), { timeStyle: 'short' })}</Trans>
      ) : null}
    </div>
  );
}
