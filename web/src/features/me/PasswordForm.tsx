import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { graphql, useMutation } from '~/gql';
import { Form, Notice, Section, Stack, TextField, useForm } from '~/ui';

const ChangeDocument = graphql(`
  mutation PasswordChange($input: PasswordChangeInput!) {
    passwordChange(input: $input) {
      ... on PasswordChangeSuccess { done }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

/** A new password; the server judges it. */
export function PasswordForm() {
  const { t } = useLingui();
  const change = useMutation(ChangeDocument);
  const [changed, setChanged] = useState(false);
  const form = useForm({ initialValues: { current: '', next: '' } });
  return (
    <Section title={t`Password`}>
      <Stack>
        {changed ? (
          <Notice
            tone="good"
            title={t`Your password is changed`}
            onDismiss={() => setChanged(false)}
          />
        ) : null}
        <Form
          form={form}
          label={t`Password`}
          submitLabel={t`Change the password`}
          onSubmit={({ current, next }, { clientMutationKey }) =>
            change({ input: { clientMutationKey, current, next } })
          }
          onDone={() => {
            form.reset();
            setChanged(true);
          }}
        >
          <TextField
            name="current"
            type="password"
            label={t`The one you have now`}
            autoComplete="current-password"
            required
          />
          <TextField
            name="next"
            type="password"
            label={t`The new one`}
            hint={t`At least 15 characters. A few words that belong to nobody are good.`}
            autoComplete="new-password"
            required
          />
        </Form>
      </Stack>
    </Section>
  );
}
