import { useLingui } from '@lingui/react/macro';
import { Link, ViewLinks } from '~/ui';

interface ContactViewsProps {
  current: 'mine' | 'team';
  week: string | undefined;
}

/** Whose cases, for those who lead a team. The week stays. */
export function ContactViews({ current, week }: ContactViewsProps) {
  const { t } = useLingui();
  const views = [
    { key: 'team', label: t`Team` },
    { key: 'mine', label: t`Mine` },
  ] as const;
  return (
    <ViewLinks
      label={t`Whose contacts`}
      views={views.map(({ key, label }) => ({
        key,
        link: (
          <Link
            to="/contacts"
            search={{ view: key, week }}
            aria-current={key === current ? 'page' : undefined}
          >
            {label}
          </Link>
        ),
      }))}
    />
  );
}
