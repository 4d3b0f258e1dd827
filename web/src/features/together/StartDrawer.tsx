import { Trans, useLingui } from '@lingui/react/macro';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Drawer, Stack } from '~/ui';
import { StartForm } from './StartForm';

/** What happens now, told to the worker, and the PIN. */
export function StartDrawer({ planId, onClose }: { planId: string; onClose: () => void }) {
  const { t } = useLingui();
  const router = useRouter();
  // The page is here before the device is handed over.
  useEffect(() => {
    void router.preloadRoute({ to: '/together' });
  }, [router]);
  return (
    <Drawer opened onClose={onClose} title={t`Plan together`}>
      <Stack>
        <p>
          <Trans>
            The young person sees their own words, their goals, who is safe and what helps. Nothing
            of your notes, of other people or of what happened.
          </Trans>
        </p>
        <p>
          <Trans>
            Until your PIN is given, this device opens nothing else: not in another tab, not after
            loading the page again. They can say “not now” at any time, and “Leave” is where it
            always is.
          </Trans>
        </p>
        <StartForm planId={planId} onStarted={() => void router.navigate({ to: '/together' })} />
      </Stack>
    </Drawer>
  );
}
