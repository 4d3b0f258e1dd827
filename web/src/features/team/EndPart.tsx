import { useLingui } from '@lingui/react/macro';
import type { FullCase } from '~/features/cases/CasePage';
import { graphql, useMutation } from '~/gql';
import { Button, Form, Modal, TextArea, useForm } from '~/ui';

const UnassignDocument = graphql(`
  mutation CaseUnassign($input: CaseUnassignInput!) {
    caseUnassign(input: $input) {
      ... on CaseUnassignSuccess { case { id version } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

interface EndPartProps {
  of: FullCase;
  member: FullCase['team'][number] | undefined;
  onClose: () => void;
}

/** Ends somebody's part in a case. They see it no longer from the next click on, so it says so. */
export function EndPart({ of, member, onClose }: EndPartProps) {
  const { t } = useLingui();
  const name = member?.user?.name ?? '';
  return (
    <Modal opened={member !== undefined} onClose={onClose} title={t`End the part of ${name}?`}>
      {member ? <EndForm of={of} member={member} onClose={onClose} /> : null}
    </Modal>
  );
}

function EndForm({ of, member, onClose }: EndPartProps & { member: FullCase['team'][number] }) {
  const { t } = useLingui();
  const unassign = useMutation(UnassignDocument);
  const form = useForm({ initialValues: { reason: '' } });
  return (
    <Form
      form={form}
      label={t`End a part`}
      submitLabel={t`End it`}
      extra={<Button look="quiet" onClick={onClose}>{t`Back`}</Button>}
      onSubmit={(values, { clientMutationKey, settledVersion }) =>
        unassign({
          input: {
            clientMutationKey,
            id: of.id,
            expectedVersion: settledVersion ?? of.version,
            assignment: member.id,
            reason: values.reason,
          },
        })
      }
      onDone={onClose}
    >
      <p>{t`They will not be able to open this case any more.`}</p>
      <TextArea name="reason" label={t`Why?`} required focusFirst />
    </Form>
  );
}
