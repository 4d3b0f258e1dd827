import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { Fragment, type ReactNode, useMemo, useState } from 'react';
import { LogContact } from '~/features/contacts/LogContact';
import { CreateMenu } from '~/features/create/CreateMenu';
import { ReferAnywhere } from '~/features/referrals/ReferAnywhere';
import { useViewer } from '~/gql';
import { toggleNames, useShortcut } from '~/safety';
import { HelpDialog } from './HelpDialog';
import { MoreDialog } from './MoreDialog';
import { OverlayContext, type OverlayName } from './overlays';
import { Palette } from './Palette';
import { type Place, placesFor } from './places';

/** Keys that work on every page, and what they open. */
export function GlobalKeys({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const viewer = useViewer();
  const [opened, setOpened] = useState<OverlayName | null>(null);
  const overlays = useMemo(
    () => ({ opened, open: setOpened, close: () => setOpened(null) }),
    [opened],
  );
  useShortcut('/', t`Find, or do`, () => setOpened('find'));
  useShortcut('ctrl+k', t`Find, or do, also while typing`, () => setOpened('find'));
  useShortcut('?', t`Keys and help`, () => setOpened('help'));
  useShortcut('h', t`Hide or show names`, toggleNames);
  return (
    <OverlayContext value={overlays}>
      {placesFor(viewer).map((place) => (
        <Fragment key={place.to}>
          <GoKey place={place} keys={`g ${place.key}`} />
          {place.alone ? <GoKey place={place} keys={place.alone} /> : null}
        </Fragment>
      ))}
      {children}
      <Palette opened={opened === 'find'} onClose={overlays.close} />
      <HelpDialog opened={opened === 'help'} onClose={overlays.close} />
      <MoreDialog opened={opened === 'more'} onClose={overlays.close} />
      <CreateMenu />
      <LogContact />
      <ReferAnywhere />
    </OverlayContext>
  );
}

function GoKey({ place, keys }: { place: Place; keys: string }) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const name = i18n._(place.label);
  useShortcut(keys, t`Go to ${name}`, () => void navigate({ to: place.to }));
  return null;
}
