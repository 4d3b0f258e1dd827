import { Trans, useLingui } from '@lingui/react/macro';
import { LeaveButton } from '~/safety';
import { Columns, Link, Page, Section, Stack } from '~/ui';
import css from './hotlines.module.css';

/** Help by phone, for anybody: no sign-in, no cookie, nothing asked of the server (rule 128). */
export function Hotlines() {
  const { t } = useLingui();
  const lines = [
    {
      title: t`Somebody is in danger now`,
      number: '911',
      note: t`Police, fire and ambulance. Say where you are first.`,
    },
    {
      title: t`A child is missing`,
      number: '1-800-843-5678',
      note: t`National Center for Missing & Exploited Children, day and night. Call law enforcement first. The same number takes concerns about child sex trafficking.`,
    },
    {
      title: t`Human trafficking`,
      number: '1-888-373-7888',
      note: t`National Human Trafficking Hotline, day and night. Text 233733.`,
    },
    {
      title: t`Thoughts of suicide, or a crisis`,
      number: '988',
      note: t`Suicide & Crisis Lifeline, by phone or text, day and night. For Spanish, press 2.`,
    },
    {
      title: t`A child is being hurt`,
      number: '1-800-422-4453',
      note: t`Childhelp hotline, by phone or text, day and night.`,
    },
  ];
  return (
    <main className={css.main}>
      <Page title={t`Help by phone`} actions={<LeaveButton />}>
        <Stack>
          <Columns>
            {lines.map((line) => (
              <Section key={line.number} title={line.title}>
                <a className={css.number} href={`tel:${line.number.replaceAll('-', '')}`}>
                  {line.number}
                </a>
                <p>{line.note}</p>
              </Section>
            ))}
          </Columns>
          <p className="t-soft">
            <Trans>
              "Leave", or Shift three times, takes you to another site at once. It does not erase
              the history of this browser.
            </Trans>
          </p>
          <p>
            <Link to="/">
              <Trans>To the sign-in page</Trans>
            </Link>
          </p>
        </Stack>
      </Page>
    </main>
  );
}
