import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import type { ReportedTo } from '~/gql/generated/graphql';
import {
  ChipChoice,
  Columns,
  DateField,
  Fold,
  type Outcome,
  Select,
  type Submission,
  TextArea,
  TextField,
  TimeField,
  useForm,
  useFormValue,
} from '~/ui';
import type { Report } from './Observations';
import { type ReportValues, reportIn, startOfReport } from './reportValues';
import { useReportConflict } from './useReportConflict';
import { reportedTo, reportMethod, tipKind } from './words';

const ReportDocument = graphql(`
  mutation ReportMadeRecord($input: ReportMadeRecordInput!) {
    reportMadeRecord(input: $input) {
      ... on ReportMadeRecordSuccess { report { id case { id } } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);
const CorrectDocument = graphql(`
  mutation ReportMadeCorrect($input: ReportMadeCorrectInput!) {
    reportMadeCorrect(input: $input) {
      ... on ReportMadeCorrectSuccess { report { id version case { id } } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

interface ReportFormProps {
  caseId: string;
  /** The report that is corrected; a new one, when absent. */
  of?: Report | undefined;
  /** To whom, where it is known from what was chosen before. */
  to: ReportedTo | undefined;
  onClose: () => void;
}

/** A report that was made. With agency, person and number it ends a clock that waits for it. */
export function ReportForm({ caseId, of, to, onClose }: ReportFormProps) {
  const { t, i18n } = useLingui();
  const { choices } = useWords();
  const record = useMutation(ReportDocument);
  const correct = useMutation(CorrectDocument);
  const form = useForm<ReportValues>({
    initialValues: startOfReport(of, to),
    validate: (values) => ({
      kind:
        values.reportedTo === 'CYBERTIPLINE' && !values.kind ? t`Choose what it was about.` : null,
      agency: values.reportedTo === 'OTHER' && !values.agency.trim() ? t`Say to whom.` : null,
      reason: of && !values.reason.trim() ? t`Say why it is corrected.` : null,
    }),
  });
  const whom = useFormValue(form, 'reportedTo');
  const filedBy = useFormValue(form, 'filedBy');
  const day = useFormValue(form, 'filedAt');
  const when = day ? i18n.date(new Date(`${day}T12:00`), { dateStyle: 'medium' }) : t`now`;
  const conflict = useReportConflict(form);
  const save = async (values: ReportValues, sent: Submission): Promise<Outcome<unknown>> => {
    const { clientMutationKey, settledVersion } = sent;
    if (!of) return record({ input: { ...reportIn(values), clientMutationKey, case: caseId } });
    const outcome = await correct({
      input: {
        ...reportIn(values, of),
        clientMutationKey,
        id: of.id,
        expectedVersion: settledVersion ?? of.version,
        reason: values.reason,
      },
    });
    return conflict.keep(outcome);
  };
  return (
    <DraftForm
      form={form}
      draft={`report-made:${of?.id ?? caseId}`}
      label={of ? t`Correct a report` : t`Write down a report`}
      onSubmit={save}
      conflictWords={conflict.words}
      readTheirs={conflict.read}
      onClose={onClose}
    >
      <ChipChoice name="reportedTo" label={t`To whom`} choices={choices(reportedTo)} />
      <Select
        name="kind"
        label={t`What it was about`}
        choices={choices(tipKind)}
        required={whom === 'CYBERTIPLINE'}
        clearable
      />
      <ChipChoice name="method" label={t`How`} choices={choices(reportMethod)} />
      <TextField
        name="agency"
        label={t`Agency or office`}
        maxLength={200}
        required={whom === 'OTHER'}
      />
      <TextField name="personSpokenTo" label={t`Person there`} maxLength={200} />
      <TextField
        name="reference"
        label={t`The number they gave`}
        hint={
          of
            ? t`A clock that this report ended follows: it ends with what stands here now, or runs again.`
            : t`With agency and person it is the evidence that ends a running clock.`
        }
        maxLength={200}
      />
      <Fold title={t`When and by whom`} summary={[when, filedBy || t`by you`].join(' · ')}>
        <Columns>
          <DateField name="filedAt" label={t`Day, if it was not now`} />
          <TimeField name="time" label={t`Time`} />
        </Columns>
        <TextField name="filedBy" label={t`Who made it, if it was not you`} maxLength={200} />
      </Fold>
      {of ? <TextArea name="reason" label={t`Why it is corrected`} rows={2} required /> : null}
    </DraftForm>
  );
}
