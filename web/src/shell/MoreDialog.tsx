import { useLingui } from '@lingui/react/macro';
import { IconEye, IconEyeOff, IconHelp, IconUser } from '@tabler/icons-react';
import { useViewer } from '~/gql';
import { toggleNames, useNamesHidden } from '~/safety';
import { Link, Modal } from '~/ui';
import { useOverlays } from './overlays';
import { placesFor } from './places';
import css from './shell.module.css';

/** On a phone: the places that are not in the bar, and the header's tools. */
export function MoreDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const overlays = useOverlays();
  const hidden = useNamesHidden();
  const rest = placesFor(useViewer()).filter((place) => !place.onPhone);
  return (
    <Modal opened={opened} onClose={onClose} title={t`More`}>
      <div className={css.more}>
        {rest.map((place) => (
          <Link key={place.to} to={place.to} className={css.place} onClick={onClose}>
            <place.icon size={20} aria-hidden />
            {i18n._(place.label)}
          </Link>
        ))}
        <Link to="/me" className={css.place} onClick={onClose}>
          <IconUser size={20} aria-hidden />
          {t`My settings`}
        </Link>
        <button type="button" className={css.place} onClick={() => overlays.open('help')}>
          <IconHelp size={20} aria-hidden />
          {t`Keys and help`}
        </button>
        <button
          type="button"
          className={css.place}
          onClick={() => {
            toggleNames();
            onClose();
          }}
        >
          {hidden ? <IconEye size={20} aria-hidden /> : <IconEyeOff size={20} aria-hidden />}
          {hidden ? t`Show names` : t`Hide names`}
        </button>
      </div>
    </Modal>
  );
}
