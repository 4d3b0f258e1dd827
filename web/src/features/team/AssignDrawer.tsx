import { useLingui } from '@lingui/react/macro';
import { teamRole, useWords } from '~/features/words';
import { graphql, useMutation, useQuery } from '~/gql';
import type { Role, TeamRole } from '~/gql/generated/graphql';
import {
  Button,
  ChipChoice,
  Drawer,
  Form,
  Notice,
  Select,
  TextArea,
  useForm,
  useFormValue,
} from '~/ui';
import { HandOverNote } from './HandOverNote';

export const ColleaguesDocument = graphql(`
  query ColleaguesByRole($role: Role) {
    colleagues(role: $role) { id name }
  }
`);
const AssignDocument = graphql(`
  mutation CaseAssign($input: CaseAssignInput!) {
    caseAssign(input: $input) {
      ... on CaseAssignSuccess { case { id version } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

/** The role that fits each part in a team. */
export const roleFor: Record<TeamRole, Role> = {
  RESOURCE_SPECIALIST: 'RESOURCE_SPECIALIST',
  FAMILY_ADVOCATE: 'FAMILY_ADVOCACY_SPECIALIST',
  SUPERVISOR: 'SUPERVISOR',
  VOLUNTEER: 'PEER_VOLUNTEER',
};

export interface Assignable {
  id: string;
  version: number;
  team: readonly { id: string; role: TeamRole; user?: { id: string; name: string } | null }[];
}
interface AssignDrawerProps {
  of: Assignable;
  opened: boolean;
  onClose: () => void;
}

/** Puts a colleague on the team of a case. They get a message that says only that something waits. */
export function AssignDrawer({ of, opened, onClose }: AssignDrawerProps) {
  const { t } = useLingui();
  return (
    <Drawer opened={opened} onClose={onClose} title={t`Assign a colleague`}>
      <AssignForm of={of} onClose={onClose} />
    </Drawer>
  );
}

function AssignForm({ of, onClose }: Omit<AssignDrawerProps, 'opened'>) {
  const { t } = useLingui();
  const { choices, word } = useWords();
  const assign = useMutation(AssignDocument);
  const free = (['RESOURCE_SPECIALIST', 'FAMILY_ADVOCATE'] as const).find(
    (role) => !of.team.some((member) => member.role === role),
  );
  const form = useForm({
    initialValues: {
      role: (free ?? 'RESOURCE_SPECIALIST') as TeamRole,
      user: null as string | null,
      reason: '',
      note: '',
    },
    validate: (values) => ({
      user: values.user ? null : t`Choose a colleague.`,
      reason: values.reason.trim() ? null : t`Write why.`,
    }),
  });
  const role = useFormValue(form, 'role');
  const { data, fault } = useQuery(ColleaguesDocument, { role: roleFor[role] });
  const before = role === 'VOLUNTEER' ? undefined : of.team.find((one) => one.role === role);
  const present = before?.user?.name;
  const part = word(teamRole, role);
  return (
    <Form
      form={form}
      label={t`Assign a colleague`}
      submitLabel={t`Assign`}
      extra={<Button look="quiet" onClick={onClose}>{t`Back`}</Button>}
      onSubmit={(values, { clientMutationKey, settledVersion }) =>
        assign({
          input: {
            clientMutationKey,
            id: of.id,
            expectedVersion: settledVersion ?? of.version,
            user: values.user ?? '',
            role: values.role,
            reason: values.reason,
            note: values.note.trim() || null,
          },
        })
      }
      onDone={onClose}
    >
      <ChipChoice
        name="role"
        label={t`As what?`}
        choices={choices(teamRole)}
        onChange={() => form.setFieldValue('user', null)}
      />
      {present ? <Notice>{t`${present} is ${part} now and will be replaced.`}</Notice> : null}
      {fault ? <Notice tone="problem">{fault.message}</Notice> : null}
      <Select
        name="user"
        label={t`Who?`}
        choices={(data?.colleagues ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        noMatch={t`No colleague with this role matches`}
        required
        focusFirst
      />
      <TextArea name="reason" label={t`Why?`} rows={2} required />
      <HandOverNote />
    </Form>
  );
}
