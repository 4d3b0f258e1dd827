import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import type { ReturnScreening } from '~/gql/generated/graphql';
import { ChipChoice, TextArea, useForm, useFormValue } from '~/ui';
import type { Episode } from './parts';
import { returnScreening } from './words';

const FollowUpDocument = graphql(`
  mutation ReturnFollowUpRecord($input: ReturnFollowUpRecordInput!) {
    returnFollowUpRecord(input: $input) {
      ... on ReturnFollowUpRecordSuccess { episode { id version case { id } clocks { id } } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

/** Whether screening was done, and what the placement changes about what led to leaving (rule 54). */
export function FollowUpForm({ of, onClose }: { of: Episode; onClose: () => void }) {
  const { t } = useLingui();
  const { choices } = useWords();
  const record = useMutation(FollowUpDocument);
  const form = useForm({
    initialValues: {
      screening: of.screening as ReturnScreening | null,
      screeningNote: of.screeningNote ?? '',
      placementResponse: of.placementResponse ?? '',
    },
  });
  const done = useFormValue(form, 'screening') === 'DONE';
  return (
    <DraftForm
      form={form}
      draft={`follow-up:${of.id}`}
      version={of.version}
      label={t`What the team does`}
      onSubmit={(values, { clientMutationKey, settledVersion }) =>
        record({
          input: {
            clientMutationKey,
            id: of.id,
            expectedVersion: settledVersion ?? of.version,
            screening: values.screening,
            screeningNote: values.screeningNote.trim() || null,
            placementResponse: values.placementResponse.trim() || null,
          },
        })
      }
      onClose={onClose}
    >
      <ChipChoice
        name="screening"
        label={t`Screening for trafficking`}
        hint={t`By somebody trained for it. The result stays with them, not here.`}
        choices={choices(returnScreening)}
      />
      <TextArea
        name="screeningNote"
        label={done ? t`Where the result is` : t`Why not, in short`}
        rows={2}
      />
      <TextArea
        name="placementResponse"
        label={t`What the placement changes about what led to leaving`}
      />
    </DraftForm>
  );
}
