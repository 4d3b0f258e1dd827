import { useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useCan } from '~/gql';
import { useShortcut } from '~/safety';
import { useOverlays } from '~/shell/overlays';
import { SavedNote } from './SavedNote';

const load = () => import('./LogDrawer');
const LogDrawer = lazy(() => load().then((module) => ({ default: module.LogDrawer })));

/** `L` from anywhere: the drawer that logs a contact, about the case that is open if one is. */
export function LogContact() {
  return useCan('CONTACT_LOG') ? <Host /> : null;
}

function Host() {
  const { t } = useLingui();
  const overlays = useOverlays();
  const { caseId } = useParams({ strict: false });
  const [saved, setSaved] = useState<{ at: number }>();
  const opened = overlays.opened === 'log';
  useShortcut('l', t`Log a contact`, () => overlays.open('log'));
  // Fetched ahead, so that the first letters typed after L are not lost.
  useEffect(() => {
    const timer = setTimeout(() => void load(), 1000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      {opened ? (
        <Suspense fallback={null}>
          <LogDrawer
            caseId={caseId}
            onClose={overlays.close}
            onSaved={() => setSaved({ at: Date.now() })}
          />
        </Suspense>
      ) : null}
      <SavedNote saved={saved} />
    </>
  );
}
