import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import type { FollowUp } from '~/gql/generated/graphql';
import {
  ChipChoice,
  DateField,
  Fold,
  type Outcome,
  Select,
  type Submission,
  TextArea,
  TextField,
  useForm,
  useFormValue,
} from '~/ui';
import { HardToRead } from './HardToRead';
import type { SeenObservation } from './Observed';
import {
  type Beginning,
  codeOf,
  codesOf,
  type ObservationValues,
  saidIn,
  startOf,
  today,
} from './values';
import { followUp, observationCode, observationKind, sourceKind } from './words';

const RecordDocument = graphql(`
  mutation ObservationRecord($input: ObservationRecordInput!) {
    observationRecord(input: $input) {
      ... on ObservationRecordSuccess { observation { id case { id } } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);
const CorrectDocument = graphql(`
  mutation ObservationCorrect($input: ObservationCorrectInput!) {
    observationCorrect(input: $input) {
      ... on ObservationCorrectSuccess { observation { id version case { id } } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

interface ObservationFormProps {
  caseId: string;
  of: SeenObservation | undefined;
  begin: Beginning;
  onBack: () => void;
  onSaved: (followUp: FollowUp) => void;
}

/** One thing, in one's own words; one word for it; where it is known from; what follows. */
export function ObservationForm({ caseId, of, begin, onBack, onSaved }: ObservationFormProps) {
  const { t, i18n } = useLingui();
  const { choices } = useWords();
  const record = useMutation(RecordDocument);
  const correct = useMutation(CorrectDocument);
  const form = useForm<ObservationValues>({
    initialValues: startOf(of, begin),
    validate: (values) => ({
      narrative: values.narrative.trim() ? null : t`Write what was seen or heard.`,
      code: codeOf(values) ? null : t`Choose the word that fits best.`,
      codeText: codeOf(values) === 'OTHER' && !values.codeText.trim() ? t`Say what it is.` : null,
      source: values.source ? null : t`Choose where it is known from.`,
      observedOn: values.observedOn ? null : t`Choose the day.`,
      followUp: values.followUp ? null : t`Choose what follows.`,
      followUpReason:
        values.followUp === 'RECORDED_REVIEWED' && !values.followUpReason.trim()
          ? t`Say why nothing else follows.`
          : null,
      reason: of && !values.reason.trim() ? t`Say why it is corrected.` : null,
    }),
  });
  const kind = useFormValue(form, 'kind');
  const code = useFormValue(form, 'code');
  const day = useFormValue(form, 'observedOn');
  const observer = useFormValue(form, 'observer');
  const next = useFormValue(form, 'followUp');
  const when = day ? i18n.date(new Date(`${day}T12:00`), { dateStyle: 'medium' }) : '';
  const save = (values: ObservationValues, sent: Submission): Promise<Outcome<unknown>> => {
    const { clientMutationKey, settledVersion } = sent;
    return of
      ? correct({
          input: {
            ...saidIn(values),
            clientMutationKey,
            id: of.id,
            expectedVersion: settledVersion ?? of.version,
            reason: values.reason,
          },
        })
      : record({ input: { ...saidIn(values), clientMutationKey, case: caseId } });
  };
  return (
    <DraftForm
      form={form}
      draft={`observation:${of?.id ?? caseId}`}
      version={of?.version}
      label={of ? t`Correct an observation` : t`Add observation`}
      onSubmit={save}
      onBack={onBack}
      onDone={(_, values) => onSaved(values.followUp ?? 'ASK_MORE')}
    >
      <TextArea
        name="narrative"
        label={t`What was seen or heard`}
        hint={t`In plain words, with the circumstances. Describe; do not judge.`}
        required
        focusFirst
      />
      <ChipChoice name="kind" label={t`What it is`} choices={choices(observationKind)} />
      {kind === 'PROTECTIVE_FACTOR' ? null : (
        <Select
          key={kind}
          name="code"
          label={t`The word that fits best`}
          hint={t`One word for this one observation. It is no checklist.`}
          choices={choices(observationCode, codesOf(kind))}
          required
        />
      )}
      {kind === 'PROTECTIVE_FACTOR' || code === 'OTHER' ? (
        <TextField name="codeText" label={t`In your words`} maxLength={200} required />
      ) : null}
      <ChipChoice name="source" label={t`How do we know?`} choices={choices(sourceKind)} required />
      <ChipChoice
        name="followUp"
        label={t`What follows?`}
        hint={t`Each observation has one answer to it.`}
        choices={choices(followUp)}
        required
      />
      <TextArea
        name="followUpReason"
        label={next === 'RECORDED_REVIEWED' ? t`Why nothing else follows` : t`What exactly`}
        rows={2}
        required={next === 'RECORDED_REVIEWED'}
      />
      <Fold
        title={t`Day and observer`}
        summary={[when, observer || t`seen by you`].filter(Boolean).join(' · ')}
      >
        <DateField
          name="observedOn"
          label={t`On which day`}
          hint={t`For example: today, yesterday or 11/18`}
          max={today()}
          required
        />
        <TextField
          name="observer"
          label={t`Who saw or heard it, if it was not you`}
          maxLength={200}
        />
      </Fold>
      <HardToRead form={form} />
      {of ? <TextArea name="reason" label={t`Why it is corrected`} rows={2} required /> : null}
    </DraftForm>
  );
}
