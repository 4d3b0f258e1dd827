import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { Button } from '~/ui';
import type { Draft } from './useDraft';

interface DraftStatusProps {
  draft: Draft;
  /** Called after the draft was thrown away on purpose: empty the form. */
  onStartOver?: () => void;
}

/** Whether what was typed is on the server. "Saved" is said only after the server said so. */
export function DraftStatus({ draft, onStartOver }: DraftStatusProps) {
  const { i18n } = useLingui();
  const { state, restored } = draft;
  useWarnBeforeUnload(state.kind === 'saving' || state.kind === 'kept');
  return (
    <>
      <span role="status" className="t-soft">
        {state.kind === 'saving' ? <Trans>Saving…</Trans> : null}
        {state.kind === 'saved' ? (
          <Trans>Saved {i18n.date(new Date(state.at), { timeStyle: 'short' })}</Trans>
        ) : null}
        {state.kind === 'kept' ? <Trans>Not saved – kept here, retrying</Trans> : null}
      </span>
      {restored && onStartOver ? (
        <Button
          small
          look="quiet"
          onClick={() => {
            draft.discard();
            onStartOver();
          }}
        >
          <Trans>Start over</Trans>
        </Button>
      ) : null}
    </>
  );
}

/** Closing the tab would lose what is not on the server yet, so the browser asks first. */
function useWarnBeforeUnload(unsaved: boolean) {
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
}
