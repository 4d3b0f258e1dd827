import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useViewer } from '~/gql';
import { LeaveButton, siteConfig, useNamesHidden } from '~/safety';
import { StatusPill } from '~/ui';
import { BottomBar } from './BottomBar';
import { HeaderTools } from './HeaderTools';
import { placesFor } from './places';
import css from './shell.module.css';

/** Header, navigation at the side or at the bottom, and the page. */
export function Frame({ children }: { children: ReactNode }) {
  const { t, i18n } = useLingui();
  const viewer = useViewer();
  const hidden = useNamesHidden();
  return (
    <div className={css.frame}>
      <a className={css.skip} href="#page">
        <Trans>Skip to the page</Trans>
      </a>
      <header className={css.header}>
        <Link to="/" className={css.brand}>
          {siteConfig().title}
        </Link>
        {siteConfig().demo ? (
          <span className={css.demo}>
            {t`Demo`}
            <span>{t`, invented people`}</span>
          </span>
        ) : null}
        {hidden ? <StatusPill tone="care">{t`Names hidden`}</StatusPill> : null}
        <HeaderTools />
        <LeaveButton />
      </header>
      <nav className={css.nav} aria-label={t`Main`}>
        {placesFor(viewer).map((place) => (
          <Link
            key={place.to}
            to={place.to}
            className={css.place}
            activeProps={{ 'aria-current': 'page' }}
            activeOptions={{ exact: place.to === '/' }}
          >
            <place.icon size={20} aria-hidden />
            {i18n._(place.label)}
          </Link>
        ))}
      </nav>
      <main id="page" className={css.main} tabIndex={-1}>
        {children}
      </main>
      <BottomBar />
    </div>
  );
}
