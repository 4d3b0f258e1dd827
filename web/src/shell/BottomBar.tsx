import { useLingui } from '@lingui/react/macro';
import { IconDots, IconPhonePlus, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useCan, useViewer } from '~/gql';
import { useOverlays } from './overlays';
import { placesFor } from './places';
import css from './shell.module.css';

/** The phone's bar, for one thumb. "Leave" stays in the header, which does not scroll away. */
export function BottomBar() {
  const { t, i18n } = useLingui();
  const overlays = useOverlays();
  const logs = useCan('CONTACT_LOG');
  const kept = placesFor(useViewer()).filter((place) => place.onPhone);
  return (
    <nav className={css.bottom} aria-label={t`Main, at the bottom`}>
      {kept.map((place) => (
        <Link
          key={place.to}
          to={place.to}
          className={css.tab}
          activeProps={{ 'aria-current': 'page' }}
          activeOptions={{ exact: place.to === '/' }}
        >
          <place.icon size={22} aria-hidden />
          {i18n._(place.label)}
        </Link>
      ))}
      <button type="button" className={css.tab} onClick={() => overlays.open('find')}>
        <IconSearch size={22} aria-hidden />
        {t`Find`}
      </button>
      {logs ? (
        <button type="button" className={css.tab} onClick={() => overlays.open('log')}>
          <IconPhonePlus size={22} aria-hidden />
          {t`Log`}
        </button>
      ) : null}
      <button type="button" className={css.tab} onClick={() => overlays.open('more')}>
        <IconDots size={22} aria-hidden />
        {t`More`}
      </button>
    </nav>
  );
}
