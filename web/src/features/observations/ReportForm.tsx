import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { instantOf } from '~/features/requests/instant';
import { useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import type { NoticeMethod, ReportedTo, TipKind } from '~/gql/generated/graphql';
import {
  ChipChoice,
  Columns,
  DateField,
  Fold,
  Select,
  TextField,
  TimeField,
  useForm,
  useFormValue,
} from '~/ui';
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

interface ReportFormProps {
  caseId: string;
  /** To whom, where it is known from what was chosen before. */
  to: ReportedTo | undefined;
  onClose: () => void;
}

/** A report that was made. With agency, person and number it ends a clock that waits for it. */
export function ReportForm({ caseId, to, onClose }: ReportFormProps) {
  const { t } = useLingui();
  const { choices } = useWords();
  const record = useMutation(ReportDocument);
  const form = useForm({
    initialValues: {
      reportedTo: to ?? ('CYBERTIPLINE' as ReportedTo),
      kind: null as TipKind | null,
      method: (to === 'CPS_HOTLINE' ? 'PHONE' : 'ONLINE') as NoticeMethod,
      agency: '',
      personSpokenTo: '',
      reference: '',
      filedBy: '',
      filedAt: null as string | null,
      time: '',
    },
    validate: (values) => ({
      kind:
        values.reportedTo === 'CYBERTIPLINE' && !values.kind ? t`Choose what it was about.` : null,
      agency: values.reportedTo === 'OTHER' && !values.agency.trim() ? t`Say to whom.` : null,
    }),
  });
  const whom = useFormValue(form, 'reportedTo');
  const filedBy = useFormValue(form, 'filedBy');
  const day = useFormValue(form, 'filedAt');
  return (
    <DraftForm
      form={form}
      draft={`report-made:${caseId}`}
      label={t`Write down a report`}
      onSubmit={(values, { clientMutationKey }) =>
        record({
          input: {
            clientMutationKey,
            case: caseId,
            reportedTo: values.reportedTo,
            kind: values.kind,
            method: values.method,
            agency: values.agency.trim() || null,
            personSpokenTo: values.personSpokenTo.trim() || null,
            reference: values.reference.trim() || null,
            filedBy: values.filedBy.trim() || null,
            filedAt: values.filedAt ? instantOf(values.filedAt, values.time) : null,
          },
        })
      }
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
        hint={t`With agency and person it is the evidence that ends a running clock.`}
        maxLength={200}
      />
      <Fold title={t`When and by whom`} summary={[day || t`now`, filedBy || t`by you`].join(' · ')}>
        <Columns>
          <DateField name="filedAt" label={t`Day, if it was not now`} />
          <TimeField name="time" label={t`Time`} />
        </Columns>
        <TextField name="filedBy" label={t`Who made it, if it was not you`} maxLength={200} />
      </Fold>
    </DraftForm>
  );
}
