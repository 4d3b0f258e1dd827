import { Trans } from '@lingui/react/macro';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useIdleTimer } from 'react-idle-timer';
import { usePreferences } from '~/preferences';
import { Button } from '~/ui';
import css from './safety.module.css';
import { siteConfig } from './siteConfig';

const minute = 60_000;
/** Phones and tablets lie about: they are covered sooner. */
const handheldMinutes = 3;

/**
 * A neutral card over everything after a few quiet minutes, or as soon as another window is in
 * front if the person wants that. The page underneath is out of sight and out of reach, but stays
 * as it is, so nothing typed is lost. It is a curtain, not a lock: the session's end is the lock.
 */
export function PrivacyScreen({ children }: { children: ReactNode }) {
  const { blankWhenAway } = usePreferences();
  const [covered, setCovered] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const back = useRef<Element | null>(null);
  const cover = useCallback(() => {
    back.current = document.activeElement;
    setCovered(true);
  }, []);
  const handheld = window.matchMedia('(pointer: coarse)').matches;
  const after = Math.min(siteConfig().privacyMinutes, handheld ? handheldMinutes : Infinity);
  useIdleTimer({ timeout: after * minute, crossTab: false, throttle: 1000, onIdle: cover });

  useEffect(() => {
    if (!blankWhenAway) return;
    const away = () => {
      if (document.visibilityState === 'hidden') cover();
    };
    document.addEventListener('visibilitychange', away);
    return () => document.removeEventListener('visibilitychange', away);
  }, [blankWhenAway, cover]);

  useEffect(() => {
    if (covered) button.current?.focus();
    else if (back.current instanceof HTMLElement) back.current.focus();
  }, [covered]);

  return (
    <>
      <div hidden={covered}>{children}</div>
      {covered ? (
        <div className={css.cover} data-trellis-overlay>
          <div className={css.coverCard} role="dialog" aria-modal="true" aria-labelledby="cover">
            <h2 id="cover">{siteConfig().title}</h2>
            <Button look="main" ref={button} onClick={() => setCovered(false)}>
              <Trans>Go on</Trans>
            </Button>
          </div>
        </div>
      ) : null}
    </>
  );
}
