import { useLingui } from '@lingui/react/macro';
import { graphql, useMutation } from '~/gql';
import { Button, Form, Modal, TextArea, useForm } from '~/ui';

const CancelDocument = graphql(`
  mutation StaffingCancel($input: StaffingCancelInput!) {
    staffingCancel(input: $input) {
      ... on StaffingCancelSuccess { staffing { id version cancelled } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

interface CancelStaffingProps {
  of: { id: string; version: number };
  opened: boolean;
  onClose: () => void;
}

/** Calls a staffing off, for a reason that stays in the history of its cases. */
export function CancelStaffing({ of, opened, onClose }: CancelStaffingProps) {
  const { t } = useLingui();
  return (
    <Modal opened={opened} onClose={onClose} title={t`Cancel this staffing?`}>
      <CancelForm of={of} onClose={onClose} />
    </Modal>
  );
}

function CancelForm({ of, onClose }: Omit<CancelStaffingProps, 'opened'>) {
  const { t } = useLingui();
  const cancel = useMutation(CancelDocument);
  const form = useForm({
    initialValues: { reason: '' },
    validate: (values) => ({ reason: values.reason.trim() ? null : t`Write why.` }),
  });
  return (
    <Form
      form={form}
      label={t`Cancel this staffing`}
      submitLabel={t`Cancel the staffing`}
      extra={<Button look="quiet" onClick={onClose}>{t`Back`}</Button>}
      onSubmit={(values, { clientMutationKey, settledVersion }) =>
        cancel({
          input: {
            clientMutationKey,
            id: of.id,
            expectedVersion: settledVersion ?? of.version,
            reason: values.reason,
          },
        })
      }
      onDone={onClose}
    >
      <p>{t`It stays in the list as cancelled. Tell those who were to come.`}</p>
      <TextArea name="reason" label={t`Why?`} required focusFirst />
    </Form>
  );
}
