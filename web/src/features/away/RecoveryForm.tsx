import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { When, whenOf } from '~/features/clocks/When';
import { useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import type { RecoveryLocation, ReturnKind } from '~/gql/generated/graphql';
import { Check, ChipChoice, type Outcome, Select, TextArea, useForm } from '~/ui';
import type { Episode } from './parts';
import { useWhereConflict } from './useWhereConflict';
import { recoveryLocation, returnKind } from './words';

const RecoveryDocument = graphql(`
  mutation RecoveryRecord($input: RecoveryRecordInput!) {
    recoveryRecord(input: $input) {
      ... on RecoveryRecordSuccess {
        episode { id version whereabouts case { id immediatePlan { id } } clocks { id } }
      }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

/** They are back: how, when and where; the immediate plan and what follows start (rules 54, 63). */
export function RecoveryForm({ of, onClose }: { of: Episode; onClose: () => void }) {
  const { t } = useLingui();
  const { choices } = useWords();
  const record = useMutation(RecoveryDocument);
  const form = useForm({
    initialValues: {
      to: '',
      how: 'RECOVERED' as ReturnKind,
      at: null as string | null,
      atTime: '',
      location: null as RecoveryLocation | null,
      interstate: false,
      note: '',
    },
  });
  return (
    <DraftForm
      form={form}
      draft={`back:${of.id}`}
      label={t`They are back`}
      submitLabel={t`Record that they are back`}
      onSubmit={async ({ to, ...values }, sent): Promise<Outcome<unknown>> =>
        // "Theirs" was chosen in the conflict: what the colleague recorded stands.
        to
          ? { kind: 'done', value: undefined }
          : record({
              input: {
                clientMutationKey: sent.clientMutationKey,
                id: of.id,
                expectedVersion: sent.settledVersion ?? of.version,
                how: values.how,
                at: whenOf(values.at, values.atTime),
                location: values.location,
                interstate: values.interstate,
                note: values.note.trim() || null,
              },
            })
      }
      conflictWords={useWhereConflict()}
      onClose={onClose}
    >
      <ChipChoice name="how" label={t`How did they come back?`} choices={choices(returnKind)} />
      <When name="at" label={t`Since when`} />
      <Select
        name="location"
        label={t`Where they were found`}
        hint={t`If it is known`}
        choices={choices(recoveryLocation)}
        clearable
      />
      <Check
        name="interstate"
        label={t`They were found in another state`}
        hint={t`Then the steps of the interstate compact are added.`}
      />
      <TextArea
        name="note"
        label={t`What is known of the return`}
        hint={t`In plain words; it is folded away where others read it.`}
      />
    </DraftForm>
  );
}
