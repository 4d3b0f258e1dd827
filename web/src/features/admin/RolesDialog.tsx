import { useLingui } from '@lingui/react/macro';
import { role, useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import { Button, ChipChoice, Form, Modal, useForm } from '~/ui';
import type { Account } from './Accounts';

const RolesDocument = graphql(`
  mutation UserRolesSet($input: UserRolesSetInput!) {
    userRolesSet(input: $input) {
      ... on UserRolesSetSuccess { user { id roles } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

interface RolesDialogProps {
  of: Account | undefined;
  onClose: () => void;
}

/** All roles that a colleague is to hold. Saved explicitly: rights are nothing for a draft. */
export function RolesDialog({ of, onClose }: RolesDialogProps) {
  const { t } = useLingui();
  return (
    <Modal opened={of !== undefined} onClose={onClose} title={t`Roles of ${of?.name ?? ''}`} wide>
      {of ? <RolesForm of={of} onClose={onClose} /> : null}
    </Modal>
  );
}

function RolesForm({ of, onClose }: { of: Account; onClose: () => void }) {
  const { t } = useLingui();
  const { choices } = useWords();
  const set = useMutation(RolesDocument);
  const form = useForm({
    initialValues: { roles: [...of.roles] },
    validate: (values) => ({
      roles: values.roles.length > 0 ? null : t`Choose a role, or end the access instead.`,
    }),
  });
  return (
    <Form
      form={form}
      label={t`Change roles`}
      submitLabel={t`Set these roles`}
      extra={<Button look="quiet" onClick={onClose}>{t`Back`}</Button>}
      onSubmit={(values, { clientMutationKey }) =>
        set({ input: { clientMutationKey, id: of.id, roles: values.roles } })
      }
      onDone={onClose}
    >
      <ChipChoice
        many
        name="roles"
        label={t`What they work as`}
        hint={t`Rights add up over roles. It holds with their next request.`}
        choices={choices(role)}
        required
      />
    </Form>
  );
}
