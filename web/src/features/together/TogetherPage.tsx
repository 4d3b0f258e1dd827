import { Trans, useLingui } from '@lingui/react/macro';
import { useCallback, useEffect, useState } from 'react';
import { LanguageSwitch } from '~/features/sign-in/LanguageSwitch';
import { SignIn } from '~/features/sign-in/SignIn';
import { useQuery } from '~/gql';
import { useSession } from '~/gql/session';
import { IdleDialog, LeaveButton, PrivacyScreen } from '~/safety';
import { SkeletonRows } from '~/ui';
import { Aftermath } from './Aftermath';
import { Course } from './Course';
import { TogetherDocument } from './documents';
import { Pause } from './Pause';
import { PinDialog } from './PinDialog';
import { useTyped } from './parts';
import css from './together.module.css';
import { useSend } from './useSend';

/** So long until an answer that did not come is asked for again. */
const againMs = 2000;

/**
 * The plan on a device in the young person's hands. There is no navigation, no key that leads out
 * and no error text: what comes in the way is "let's pause", and the worker sees why after the
 * PIN. The server refuses this session all else meanwhile; this page is only as narrow as that.
 */
export function TogetherPage() {
  const session = useSession();
  const { data, fetching, fault, retry } = useQuery(TogetherDocument, {}, { fresh: true });
  const [asking, setAsking] = useState(false);
  const [left, setLeft] = useState(false);
  const [signing, setSigning] = useState(false);
  const typed = useTyped();
  const sender = useSend(data?.together ?? undefined);
  const view = sender.latest;
  const ended = session === 'ended';
  const closed = data !== undefined && data.together === null && !fetching;

  const unread = fault !== undefined && !ended;
  useEffect(() => {
    if (!unread) return;
    const timer = setInterval(retry, againMs);
    return () => clearInterval(timer);
  }, [unread, retry]);

  const out = left || (closed && !ended);
  const nothing = closed && view === undefined && sender.outbox.kept.length === 0;
  useEffect(() => {
    if (nothing && !ended) window.location.replace('/');
  }, [nothing, ended]);

  const worker = useCallback(() => (ended ? setSigning(true) : setAsking(true)), [ended]);
  if (signing && ended) return <SignIn onSignedIn={retry} back={view !== undefined} />;
  if (nothing && !ended) return <Waiting />;
  if (out) {
    const again = () => {
      setLeft(false);
      retry();
    };
    return <Aftermath view={view} outbox={sender.outbox} typed={typed} onAgain={again} />;
  }

  const paused =
    ended || sender.state === 'waiting' || sender.state === 'stopped' || (unread && !view);
  return (
    <PrivacyScreen>
      <div className={css.page}>
        <Top />
        {paused ? <Pause /> : null}
        {view ? (
          <div hidden={paused} className={css.course}>
            <Course view={view} sends={sender.sends} typed={typed} />
          </div>
        ) : paused ? null : (
          <Waiting />
        )}
        <footer className={css.foot}>
          <span />
          <button type="button" className={css.quiet} onClick={worker}>
            <Trans>For your worker</Trans>
          </button>
        </footer>
      </div>
      <PinDialog opened={asking} onClose={() => setAsking(false)} onLeft={() => setLeft(true)} />
      {ended ? null : <IdleDialog keepAlive={retry} />}
    </PrivacyScreen>
  );
}

function Top() {
  const { t } = useLingui();
  return (
    <header className={css.top}>
      <LanguageSwitch label={t`Language`} />
      <LeaveButton />
    </header>
  );
}

const Waiting = () => (
  <main className={css.main}>
    <SkeletonRows rows={4} />
  </main>
);
