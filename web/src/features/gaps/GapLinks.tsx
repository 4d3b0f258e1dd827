import { useLingui } from '@lingui/react/macro';
import { useLocation } from '@tanstack/react-router';
import { Link, ViewLinks } from '~/ui';

/** The directory, where nothing is, and what was sought in vain: beside each other. */
export function GapLinks() {
  const { t } = useLingui();
  const { pathname } = useLocation();
  const views = [
    { to: '/resources', label: t`Services` },
    { to: '/resources/map', label: t`Where services are missing` },
    { to: '/resources/unmet', label: t`What was not found` },
  ] as const;
  return (
    <ViewLinks
      label={t`Views of the directory`}
      views={views.map(({ to, label }) => ({
        key: to,
        link: (
          <Link
            to={to}
            activeOptions={{ exact: true, includeSearch: false }}
            aria-current={pathname === to ? 'page' : undefined}
          >
            {label}
          </Link>
        ),
      }))}
    />
  );
}
