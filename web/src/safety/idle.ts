import { useCallback, useEffect, useState } from 'react';
import { useIdleTimer } from 'react-idle-timer';
import { api } from '~/gql/api';
import { setSession } from '~/gql/session';
import { siteConfig } from './siteConfig';

const minute = 60_000;
/** Asked this long before the end; WCAG 2.2.1 wants at least twenty seconds. */
const warningMs = 2 * minute;

/**
 * When nobody has touched any tab for the session's idle time, it ends here too. Two minutes
 * before, the person is asked. Work in one tab counts for all.
 */
export function useSessionEnd(keepAlive: () => void) {
  const [asking, setAsking] = useState(false);
  const timer = useIdleTimer({
    timeout: siteConfig().idleMinutes * minute,
    promptBeforeIdle: warningMs,
    crossTab: true,
    syncTimers: 1000,
    throttle: 1000,
    onPrompt: () => setAsking(true),
    onActive: () => setAsking(false),
    onIdle: () => {
      setAsking(false);
      void api('/auth/sign-out').catch(() => undefined);
      setSession('ended');
    },
  });
  // Reading and typing ask nothing of the server, which would think that nobody is there.
  useEffect(() => {
    const pulse = setInterval(() => {
      if (!timer.isIdle() && timer.getIdleTime() < 5 * minute) keepAlive();
    }, 5 * minute);
    return () => clearInterval(pulse);
  }, [timer, keepAlive]);
  const stay = useCallback(() => {
    timer.activate();
    setAsking(false);
    keepAlive();
  }, [timer, keepAlive]);
  return { asking, stay, minutes: warningMs / minute };
}
