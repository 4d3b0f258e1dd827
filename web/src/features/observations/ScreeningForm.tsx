import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { graphql, useMutation } from '~/gql';
import { Check, DateField, TextArea, TextField, useForm } from '~/ui';
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

/** A reference to a screening. The tool's questions and its counting have no place here. */
export function ScreeningForm({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const { t } = useLingui();
  const record = useMutation(ScreeningDocument);
  const form = useForm({
    initialValues: {
      tool: '',
      toolVersion: '',
      administeredOn: null as string | null,
      administrator: '',
      resultText: '',
      licenceConfirmed: false,
    },
    validate: (values) => ({
      tool: values.tool.trim() ? null : t`Write the tool's name.`,
      toolVersion: values.toolVersion.trim() ? null : t`Write its version.`,
      administeredOn: values.administeredOn ? null : t`Choose the day.`,
      administrator: values.administrator.trim() ? null : t`Write who used it.`,
      resultText: values.resultText.trim() ? null : t`Write what came of it, in words.`,
    }),
  });
  return (
    <DraftForm
      form={form}
      draft={`screening:${caseId}`}
      label={t`Refer to a screening`}
      onSubmit={(values, { clientMutationKey }) =>
        record({
          input: {
            ...values,
            administeredOn: values.administeredOn ?? today(),
            clientMutationKey,
            case: caseId,
          },
        })
      }
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
    </DraftForm>
  );
}
