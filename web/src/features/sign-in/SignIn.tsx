import { Trans, useLingui } from '@lingui/react/macro';
import { LeaveButton, siteConfig } from '~/safety';
import { Button, Form, Link, List, Notice, Row, Section, Stack, TextField, useForm } from '~/ui';
import { LanguageSwitch } from './LanguageSwitch';
import { signIn } from './signIn';
import css from './signIn.module.css';

interface SignInProps {
  onSignedIn: () => void;
  /** The session ended while somebody was at work: what they had typed waits underneath. */
  back?: boolean;
}

/** The one screen that a visitor meets. It says nothing about what the site is for. */
export function SignIn({ onSignedIn, back = false }: SignInProps) {
  const { t } = useLingui();
  const form = useForm({
    initialValues: { login: '', password: '' },
    validate: (values) => ({
      login: values.login.trim() ? null : t`Type your sign-in name`,
      password: values.password ? null : t`Type your password`,
    }),
  });
  const { demo, demoSignIns, title } = siteConfig();
  return (
    <div className={css.page}>
      <header className={css.header}>
        <LanguageSwitch />
        <LeaveButton />
      </header>
      <main className={css.main}>
        <h1>{title}</h1>
        <Stack>
          {back ? (
            <Notice title={t`Your session has ended`}>
              <Trans>What you were writing is still here. Sign in again to go on.</Trans>
            </Notice>
          ) : null}
          <Section title={t`Sign in`}>
            <Form
              form={form}
              label={t`Sign in`}
              submitLabel={t`Sign in`}
              onSubmit={(values) => signIn(values.login.trim(), values.password)}
              onDone={() => {
                form.setFieldValue('password', '');
                onSignedIn();
              }}
            >
              <TextField name="login" label={t`Sign-in name`} autoComplete="username" required />
              <TextField
                name="password"
                type="password"
                label={t`Password`}
                autoComplete="current-password"
                required
              />
            </Form>
          </Section>
          {demo ? (
            <Section title={t`Demo sign-ins`}>
              <Stack gap="small">
                <p className="t-soft">
                  <Trans>Everybody here is invented. Choose who to be.</Trans>
                </p>
                <List items={demoSignIns} itemKey={(who) => who.login} label={t`Demo sign-ins`}>
                  {(who) => (
                    <Row justify="between">
                      <span>
                        <strong>{who.name}</strong>{' '}
                        <span className="t-soft">{who.roles.map(plain).join(', ')}</span>
                      </span>
                      <Button
                        small
                        aria-label={t`Sign in as ${who.name}`}
                        onClick={async () => {
                          const outcome = await signIn(who.login, who.password);
                          if (outcome.kind === 'done') onSignedIn();
                          else form.setFieldError('login', outcome.message);
                        }}
                      >
                        <Trans>Sign in</Trans>
                      </Button>
                    </Row>
                  )}
                </List>
              </Stack>
            </Section>
          ) : null}
          <p>
            <Link to="/hotlines">
              <Trans>Need help for a child now? Phone numbers</Trans>
            </Link>
          </p>
        </Stack>
      </main>
    </div>
  );
}

/** Role codes as words, for the demo's list alone. */
const plain = (role: string) => role.toLowerCase().replaceAll('_', ' ');
