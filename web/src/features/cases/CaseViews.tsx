import { useLingui } from '@lingui/react/macro';
import { useCan } from '~/gql';
import { Link, ViewLinks } from '~/ui';
import type { CaseViewName } from './search';

/** Saved views as tabs. Those that somebody's role has no use for are absent. */
export function CaseViews({ current }: { current: CaseViewName }) {
  const { t } = useLingui();
  const leads = useCan('CASE_ASSIGN');
  const plans = useCan('PLAN_VIEW');
  const contacts = useCan('CONTACT_VIEW');
  const views: { key: CaseViewName; label: string; shown: boolean }[] = [
    { key: 'mine', label: t`Mine`, shown: true },
    { key: 'team', label: t`Team`, shown: leads },
    { key: 'no-specialist', label: t`No specialist`, shown: leads },
    { key: 'no-voice', label: t`Waiting for youth's voice`, shown: plans },
    { key: 'review-overdue', label: t`Review overdue`, shown: plans },
    { key: 'no-contact-14', label: t`No contact for 14 days`, shown: contacts },
    { key: 'no-contact-30', label: t`No contact for 30 days`, shown: contacts },
    { key: 'closed', label: t`Closed`, shown: true },
  ];
  return (
    <ViewLinks
      label={t`Views of the cases`}
      views={views
        .filter(({ key, shown }) => shown || key === current)
        .map(({ key, label }) => ({
          key,
          link: (
            <Link
              to="/cases"
              search={{ view: key }}
              aria-current={key === current ? 'page' : undefined}
            >
              {label}
            </Link>
          ),
        }))}
    />
  );
}
