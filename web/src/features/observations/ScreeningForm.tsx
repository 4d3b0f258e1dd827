import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { graphql, useMutation } from '~/gql';
import { Check, DateField, type Outcome, TextArea, TextField, useForm } from '~/ui';
import type { Screening } from './Observations';
import { today } from './values';

const ScreeningDocument = graphql(`
  mutation ScreeningRecord($input: ScreeningRecordInput!) {
    screeningRecord(input: $input) {
      ... on ScreeningRecordSuccess { screening { id case { id } } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);
const CorrectDocument = graphql(`
  mutation ScreeningCorrect($input: ScreeningCorrectInput!) {
    screeningCorrect(input: $input) {
      ... on ScreeningCorrectSuccess { screening { id version case { id } } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

interface ScreeningFormProps {
  caseId: string;
  /** The reference that is corrected; a new one, when absent. */
  of?: Screening | undefined;
  onClose: () => void;
}

/** A reference to a screening. The tool's questions and its counting have no place here. */
export function ScreeningForm({ caseId, of, onClose }: ScreeningFormProps) {
  const { t } = useLingui();
  const record = useMutation(ScreeningDocument);
  const correct = useMutation(CorrectDocument);
  const form = useForm({
    initialValues: {
      tool: of?.tool ?? '',
      toolVersion: of?.toolVersion ?? '',
      administeredOn: of?.administeredOn ?? null,
      administrator: of?.administrator ?? '',
      resultText: of?.resultText ?? '',
      licenceConfirmed: of?.licenceConfirmed ?? false,
      reason: '',
    },
    validate: (values) => ({
      tool: values.tool.trim() ? null : t`Write the tool's name.`,
      toolVersion: values.toolVersion.trim() ? null : t`Write its version.`,
      administeredOn: values.administeredOn ? null : t`Choose the day.`,
      administrator: values.administrator.trim() ? null : t`Write who used it.`,
      resultText: values.resultText.trim() ? null : t`Write what came of it, in words.`,
      reason: of && !values.reason.trim() ? t`Say why it is corrected.` : null,
    }),
  });
  return (
    <DraftForm
      form={form}
      draft={`screening:${of?.id ?? caseId}`}
      label={of ? t`Correct a screening` : t`Refer to a screening`}
      onSubmit={({ reason, ...values }, sent): Promise<Outcome<unknown>> => {
        const { clientMutationKey, settledVersion } = sent;
        const said = { ...values, administeredOn: values.administeredOn ?? today() };
        return of
          ? correct({
              input: {
                ...said,
                clientMutationKey,
                id: of.id,
                expectedVersion: settledVersion ?? of.version,
                reason,
              },
            })
          : record({ input: { ...said, clientMutationKey, case: caseId } });
      }}
      onClose={onClose}
    >
      <TextField name="tool" label={t`Tool`} maxLength={200} required focusFirst />
      <TextField name="toolVersion" label={t`Version`} maxLength={200} required />
      <DateField
        name="administeredOn"
        label={t`On which day`}
        hint={t`For example: today, yesterday or 11/18`}
        max={today()}
        required
      />
      <TextField name="administrator" label={t`Who used it, and where`} maxLength={200} required />
      <TextArea
        name="resultText"
        label={t`What came of it, in words`}
        hint={t`Neither the tool's questions nor a sum of them: they stay where it was used.`}
        required
      />
      <Check name="licenceConfirmed" label={t`They confirmed a licence to use the tool`} />
      {of ? <TextArea name="reason" label={t`Why it is corrected`} rows={2} required /> : null}
    </DraftForm>
  );
}
