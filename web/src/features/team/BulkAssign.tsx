import { Plural, useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { teamRole, useWords } from '~/features/words';
import { graphql, useMutation, useQuery } from '~/gql';
import type { TeamRole } from '~/gql/generated/graphql';
import {
  ChipChoice,
  Drawer,
  Hideable,
  Notice,
  Select,
  TextArea,
  useForm,
  useFormValue,
} from '~/ui';
import { ColleaguesDocument, roleFor } from './AssignDrawer';
import { byCase } from './byCase';
import { HandOverNote } from './HandOverNote';

const BulkDocument = graphql(`
  mutation CasesAssign($input: CasesAssignInput!) {
    casesAssign(input: $input) {
      ... on CasesAssignSuccess { cases { id version } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

export interface Chosen {
  id: string;
  version: number;
  alias: string;
}
interface BulkAssignProps {
  cases: readonly Chosen[];
  opened: boolean;
  onClose: () => void;
  onDone: () => void;
}

/** Gives several cases to one colleague: all of them, or none. */
export function BulkAssign({ cases, opened, onClose, onDone }: BulkAssignProps) {
  const { t } = useLingui();
  return (
    <Drawer opened={opened} onClose={onClose} title={t`Assign these cases`}>
      <BulkForm cases={cases} onClose={onClose} onDone={onDone} />
    </Drawer>
  );
}

function BulkForm({ cases, onClose, onDone }: Omit<BulkAssignProps, 'opened'>) {
  const { t } = useLingui();
  const { choices } = useWords();
  const assign = useMutation(BulkDocument);
  const form = useForm({
    initialValues: {
      role: 'RESOURCE_SPECIALIST' as TeamRole,
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
  return (
    <DraftForm
      form={form}
      draft="cases-assign"
      label={t`Assign these cases`}
      submitLabel={t`Assign`}
      onSubmit={async (values, { clientMutationKey }) => {
        const outcome = await assign({
          input: {
            clientMutationKey,
            cases: cases.map(({ id, version }) => ({ id, expectedVersion: version })),
            user: values.user ?? '',
            role: values.role,
            reason: values.reason,
            note: values.note.trim() || null,
          },
        });
        if (outcome.kind === 'done') onDone();
        return byCase(outcome, cases);
      }}
      onClose={onClose}
    >
      <p>
        <Plural value={cases.length} one="# case:" other="# cases:" />{' '}
        <Hideable>{cases.map(({ alias }) => alias).join(', ')}</Hideable>
      </p>
      <ChipChoice
        name="role"
        label={t`As what?`}
        choices={choices(teamRole)}
        onChange={() => form.setFieldValue('user', null)}
      />
      {fault ? <Notice tone="problem">{fault.message}</Notice> : null}
      <Select
        name="user"
        label={t`Who?`}
        hint={t`Who has that part now is replaced. They get a mail for each case that says nothing.`}
        choices={(data?.colleagues ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        noMatch={t`No colleague with this role matches`}
        required
        focusFirst
      />
      <TextArea name="reason" label={t`Why?`} rows={2} required />
      <HandOverNote />
    </DraftForm>
  );
}
