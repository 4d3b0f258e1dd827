import { useLingui } from '@lingui/react/macro';
import { useCan } from '~/gql';
import { Link, ViewLinks } from '~/ui';
import { useMailWords } from './mailWords';
import { type MailView, mailViews } from './search';

/** The parts of the administration that somebody has. */
export function AdminViews({
  current,
}: {
  current: 'people' | 'plans' | 'templates' | 'clocks' | MailView;
}) {
  const { t } = useLingui();
  const words = useMailWords();
  const people = useCan('USER_VIEW');
  const mail = useCan('MAIL_VIEW');
  const plans = useCan('PLAN_SETTINGS');
  const templates = useCan('PLAN_TEMPLATE_WRITE');
  const clocks = useCan('CLOCK_DEFINITIONS_VIEW');
  if (!people && !mail && !plans && !templates && !clocks) return null;
  const present = (key: string) => (key === current ? ('page' as const) : undefined);
  return (
    <ViewLinks
      label={t`Parts of the administration`}
      views={[
        ...(people
          ? [
              {
                key: 'people',
                link: (
                  <Link
                    to="/admin/people"
                    aria-current={present('people')}
                  >{t`People and roles`}</Link>
                ),
              },
            ]
          : []),
        ...(plans
          ? [
              {
                key: 'plans',
                link: <Link to="/admin/plans" aria-current={present('plans')}>{t`Plans`}</Link>,
              },
            ]
          : []),
        ...(templates
          ? [
              {
                key: 'templates',
                link: (
                  <Link
                    to="/admin/templates"
                    aria-current={present('templates')}
                  >{t`Templates`}</Link>
                ),
              },
            ]
          : []),
        ...(clocks
          ? [
              {
                key: 'clocks',
                link: <Link to="/admin/clocks" aria-current={present('clocks')}>{t`Clocks`}</Link>,
              },
            ]
          : []),
        ...(mail
          ? mailViews.map((key) => ({
              key,
              link: (
                <Link
                  to="/admin/mail"
                  search={key === 'parked' ? {} : { view: key }}
                  activeOptions={{ exact: true }}
                  aria-current={present(key)}
                >
                  {words.view(key)}
                </Link>
              ),
            }))
          : []),
      ]}
    />
  );
}
