import { useLingui } from '@lingui/react/macro';
import { Outlet, useLocation } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { SignIn } from '~/features/sign-in/SignIn';
import { useQuery, type Viewer } from '~/gql';
import { useSession } from '~/gql/session';
import { ViewerContext } from '~/gql/ViewerContext';
import { ViewerDocument } from '~/gql/viewer';
import { IdleDialog, listenForShortcuts, PrivacyScreen } from '~/safety';
import { SkeletonRows } from '~/ui';
import { FaultNotice } from './FaultNotice';
import { Frame } from './Frame';
import { GlobalKeys } from './GlobalKeys';
import css from './shell.module.css';

/**
 * Everything behind the sign-in. When the session ends, the sign-in screen is put over the page,
 * which stays as it is underneath: the same person goes on where they were, with all they had
 * typed. Somebody else gets a fresh page.
 */
export function SignedInShell() {
  const session = useSession();
  const { data, fault, retry } = useQuery(ViewerDocument, {});
  const [viewer, setViewer] = useState<Viewer>();
  const keepAlive = retry;

  useEffect(() => {
    const next = data?.viewer;
    if (!next) return;
    setViewer((before) => {
      if (before && before.user.id !== next.user.id) window.location.replace('/');
      return next;
    });
  }, [data]);
  useEffect(listenForShortcuts, []);

  const ended = session === 'ended';
  return (
    <>
      {ended ? <SignIn onSignedIn={retry} back={viewer !== undefined} /> : null}
      <div hidden={ended} inert={ended}>
        {viewer ? (
          <ViewerContext value={viewer}>
            <PrivacyScreen>
              <GlobalKeys>
                <Frame>
                  <FocusOnArrival />
                  <Outlet />
                </Frame>
              </GlobalKeys>
            </PrivacyScreen>
            {ended ? null : <IdleDialog keepAlive={keepAlive} />}
          </ViewerContext>
        ) : (
          <Waiting fault={ended ? undefined : fault} retry={retry} />
        )}
      </div>
    </>
  );
}

function Waiting({ fault, retry }: Pick<ReturnType<typeof useQuery>, 'fault' | 'retry'>) {
  return (
    <main className={css.waiting}>
      {fault ? <FaultNotice fault={fault} retry={retry} /> : <SkeletonRows rows={6} />}
    </main>
  );
}

/** After going somewhere the heading has focus, so that screen readers say where they are. */
function FocusOnArrival() {
  const { pathname } = useLocation();
  const { t } = useLingui();
  const [said, setSaid] = useState('');
  const arrive = useCallback(() => {
    const heading = document.querySelector<HTMLElement>('[data-page-title]');
    if (heading && document.activeElement === document.body) heading.focus({ preventScroll: true });
    setSaid(heading?.textContent ?? '');
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is the trigger
  useEffect(() => {
    const timer = setTimeout(arrive, 100);
    return () => clearTimeout(timer);
  }, [pathname, arrive]);
  return (
    <div role="status" className="t-hidden-visually">
      {said ? t`Now at ${said}` : ''}
    </div>
  );
}
