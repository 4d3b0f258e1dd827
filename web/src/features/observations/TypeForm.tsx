import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import type { SourceKind, TraffickingType } from '~/gql/generated/graphql';
import {
  Check,
  ChipChoice,
  DateField,
  type FieldProblem,
  type Outcome,
  type Submission,
  TextArea,
  useForm,
  useFormValue,
} from '~/ui';
import type { KnownType } from './TraffickingTypes';
import { today } from './values';
import { sourceKind, traffickingType } from './words';

const RecordDocument = graphql(`
  mutation TraffickingTypeRecord($input: TraffickingTypeRecordInput!) {
    traffickingTypeRecord(input: $input) {
      ... on TraffickingTypeRecordSuccess { entry { id case { id } } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);
const ReviseDocument = graphql(`
  mutation TraffickingTypeRevise($input: TraffickingTypeReviseInput!) {
    traffickingTypeRevise(input: $input) {
      ... on TraffickingTypeReviseSuccess { entry { id version case { id } } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

interface TypeFormProps {
  caseId: string;
  /** The entry that is thought of differently now; a new one beside the others, when absent. */
  of: KnownType | undefined;
  onClose: () => void;
}

/** A type as it is known, or in the place of one that was thought before. */
export function TypeForm({ caseId, of, onClose }: TypeFormProps) {
  const { t } = useLingui();
  const { choices } = useWords();
  const record = useMutation(RecordDocument);
  const revise = useMutation(ReviseDocument);
  const form = useForm({
    initialValues: {
      reason: '',
      nothing: false,
      type: null as TraffickingType | null,
      asOf: today() as string | null,
      source: null as SourceKind | null,
      note: '',
    },
    validate: (values) => {
      const known = !(of && values.nothing);
      return {
        reason: of && !values.reason.trim() ? t`Say why it is thought of differently now.` : null,
        type: known && !values.type ? t`Choose a type.` : null,
        asOf: known && !values.asOf ? t`Choose the day.` : null,
        source: known && !values.source ? t`Choose where it is known from.` : null,
      };
    },
  });
  const nothing = useFormValue(form, 'nothing') && of !== undefined;
  const save = async (values: typeof form.values, sent: Submission): Promise<Outcome<unknown>> => {
    const { clientMutationKey, settledVersion } = sent;
    const known = {
      type: values.type ?? 'NOT_YET_KNOWN',
      asOf: values.asOf ?? today(),
      source: values.source ?? 'OTHER',
      note: values.note.trim() || null,
    };
    if (!of) return record({ input: { clientMutationKey, case: caseId, ...known } });
    const outcome = await revise({
      input: {
        clientMutationKey,
        id: of.id,
        expectedVersion: settledVersion ?? of.version,
        reason: values.reason,
        instead: nothing ? null : known,
      },
    });
    return outcome.kind === 'problems' ? { ...outcome, fields: outcome.fields.map(here) } : outcome;
  };
  return (
    <DraftForm
      form={form}
      draft={`trafficking-type:${of?.id ?? caseId}`}
      version={of?.version}
      label={of ? t`Revise a type` : t`Add a type`}
      onSubmit={save}
      onClose={onClose}
    >
      {of ? (
        <>
          <TextArea
            name="reason"
            label={t`Why it is thought of differently now`}
            rows={2}
            required
            focusFirst
          />
          <Check name="nothing" label={t`Nothing stands in its place`} />
        </>
      ) : null}
      {nothing ? null : (
        <>
          <ChipChoice
            name="type"
            label={of ? t`What is known now` : t`Type`}
            hint={t`The labels are those of the framework. Nobody has to tell for it to be written down.`}
            choices={choices(traffickingType)}
            required
          />
          <ChipChoice
            name="source"
            label={t`How do we know?`}
            choices={choices(sourceKind)}
            required
          />
          <DateField
            name="asOf"
            label={t`As of which day`}
            hint={t`For example: today, yesterday or 11/18`}
            max={today()}
            required
          />
          <TextArea name="note" label={t`Note`} rows={2} />
        </>
      )}
    </DraftForm>
  );
}

/** The server speaks of what stands instead; here it is the form's own fields. */
const here = (field: FieldProblem): FieldProblem => ({
  ...field,
  path: field.path.replace(/^instead\./, ''),
});
