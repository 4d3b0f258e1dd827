import { useLingui } from '@lingui/react/macro';
import { graphql, useMutation } from '~/gql';
import { Button, Form, Modal, TextArea, useForm } from '~/ui';
import type { Account } from './Accounts';

const DisableDocument = graphql(`
  mutation UserDisable($input: UserDisableInput!) {
    userDisable(input: $input) {
      ... on UserDisableSuccess { user { id active } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

interface DisableDialogProps {
  of: Account | undefined;
  onClose: () => void;
}

/** Ends somebody's access: all their sessions are over with their next request. */
export function DisableDialog({ of, onClose }: DisableDialogProps) {
  const { t } = useLingui();
  const name = of?.name ?? '';
  return (
    <Modal opened={of !== undefined} onClose={onClose} title={t`End the access of ${name}?`}>
      {of ? <DisableForm of={of} onClose={onClose} /> : null}
    </Modal>
  );
}

function DisableForm({ of, onClose }: { of: Account; onClose: () => void }) {
  const { t } = useLingui();
  const disable = useMutation(DisableDocument);
  const form = useForm({
    initialValues: { reason: '' },
    validate: (values) => ({ reason: values.reason.trim() ? null : t`Write why.` }),
  });
  return (
    <Form
      form={form}
      label={t`End the access`}
      submitLabel={t`End their access`}
      extra={<Button look="quiet" onClick={onClose}>{t`Back`}</Button>}
      onSubmit={(values, { clientMutationKey }) =>
        disable({ input: { clientMutationKey, id: of.id, reason: values.reason } })
      }
      onDone={onClose}
    >
      <p>{t`They are signed out everywhere with their next request. What they did stays theirs; their cases wait for somebody else.`}</p>
      <TextArea
        name="reason"
        label={t`Why?`}
        hint={t`Kept sealed in the audit trail.`}
        required
        focusFirst
      />
    </Form>
  );
}
