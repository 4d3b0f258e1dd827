import { useLingui } from '@lingui/react/macro';
import { useMutation } from '~/gql';
import { Form, TextField, useForm } from '~/ui';
import { StartDocument } from './documents';

/** A PIN of the worker's own choice, which narrows this session to the view of the plan. */
export function StartForm({ planId, onStarted }: { planId: string; onStarted: () => void }) {
  const { t } = useLingui();
  const start = useMutation(StartDocument);
  const form = useForm({
    initialValues: { pin: '' },
    validate: ({ pin }) => ({ pin: /^\d{4,8}$/.test(pin) ? null : t`Choose 4 to 8 digits.` }),
  });
  return (
    <Form
      form={form}
      label={t`Plan together`}
      submitLabel={t`Start`}
      onSubmit={({ pin }, { clientMutationKey }) =>
        start({ input: { clientMutationKey, plan: planId, pin } })
      }
      onDone={onStarted}
    >
      <TextField
        name="pin"
        type="password"
        label={t`PIN to come back`}
        hint={t`4 to 8 digits. With five wrong ones you are signed out.`}
        inputMode="numeric"
        autoComplete="off"
        required
        focusFirst
      />
    </Form>
  );
}
