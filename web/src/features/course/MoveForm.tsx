import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { caseStatus, useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import type { CaseStatus } from '~/gql/generated/graphql';
import { ChipChoice, TextArea, useForm } from '~/ui';
import type { Course } from './query';

const MoveDocument = graphql(`
  mutation CaseStatusMove($input: CaseStatusMoveInput!) {
    caseStatusMove(input: $input) {
      ... on CaseStatusMoveSuccess { case { id version status } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

/** Where the case stands from now on. Closing it is another form, with more to say. */
export function MoveForm({ of, onClose }: { of: Course; onClose: () => void }) {
  const { t } = useLingui();
  const { choices } = useWords();
  const move = useMutation(MoveDocument);
  const open = of.allowedStatuses.filter((to) => to !== 'CLOSED' && to !== 'REOPENED');
  const form = useForm({
    initialValues: { to: null as CaseStatus | null, note: '' },
    validate: (values) => ({ to: values.to ? null : t`Choose where it stands.` }),
  });
  return (
    <DraftForm
      form={form}
      draft={`case-move:${of.id}`}
      label={t`Change the status`}
      submitLabel={t`Change the status`}
      onSubmit={(values, { clientMutationKey, settledVersion }) =>
        move({
          input: {
            clientMutationKey,
            id: of.id,
            expectedVersion: settledVersion ?? of.version,
            to: values.to as CaseStatus,
            note: values.note.trim() || null,
          },
        })
      }
      onClose={onClose}
    >
      <ChipChoice
        name="to"
        label={t`Where does it stand now?`}
        choices={choices(caseStatus, open)}
        required
      />
      <TextArea
        name="note"
        label={t`A word on it`}
        hint={t`Paused by the youth: in their words, if they gave any.`}
      />
    </DraftForm>
  );
}
