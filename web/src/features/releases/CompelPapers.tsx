import { useLingui } from '@lingui/react/macro';
import { useWords } from '~/features/words';
import { useViewer } from '~/gql';
import { ChipChoice, Select, TextArea, TextField, type TrellisForm, useFormValue } from '~/ui';
import type { CompelValues } from './compel';
import { Question } from './Question';
import { reportKind, toldPerson } from './words';

interface CompelPapersProps {
  form: TrellisForm<CompelValues>;
  supervisors: readonly { id: string; name: string }[];
}

/** On what it rests, who approved, what the young person heard, and how they are kept safe. */
export function CompelPapers({ form, supervisors }: CompelPapersProps) {
  const { t } = useLingui();
  const { choices } = useWords();
  const me = useViewer().user.id;
  const demand = useFormValue(form, 'demand');
  const told = useFormValue(form, 'toldPerson');
  const others = supervisors.filter(({ id }) => id !== me);
  return (
    <>
      <Question title={t`What demands it?`}>
        <ChipChoice
          name="demand"
          label={t`The paper, or the law`}
          choices={[
            { value: 'COURT_ORDER', label: t`An order of a court` },
            { value: 'SUBPOENA', label: t`A subpoena` },
            { value: 'STATUTE', label: t`A report that the law demands` },
          ]}
          required
        />
        {demand === 'STATUTE' ? (
          <ChipChoice
            name="report"
            label={t`Which report?`}
            choices={choices(reportKind)}
            required
          />
        ) : null}
        <TextField
          name="document"
          label={demand === 'STATUTE' ? t`Which law demands it?` : t`The paper's number or name`}
          maxLength={200}
        />
        {demand === 'SUBPOENA' ? (
          <TextField
            name="counselApproval"
            label={t`Who of counsel approved, and when?`}
            hint={t`A subpoena is no order of a court: without counsel nothing leaves.`}
            maxLength={200}
          />
        ) : null}
        {demand && demand !== 'STATUTE' ? (
          <Select
            name="approvedBy"
            label={t`Which supervisor approved it?`}
            hint={t`Somebody else than you.`}
            choices={others.map(({ id, name }) => ({ value: id, label: name }))}
            noMatch={t`There is no other supervisor.`}
            clearable
          />
        ) : null}
      </Question>
      <Question title={t`The young person`}>
        <ChipChoice
          name="toldPerson"
          label={t`Do they know that this is shared?`}
          choices={choices(toldPerson)}
        />
        {told && told !== 'TOLD' ? (
          <TextArea
            name="toldPersonWords"
            label={told === 'UNSAFE' ? t`Why was it unsafe?` : t`How was it tried?`}
            rows={2}
          />
        ) : null}
        <TextArea
          name="safetySteps"
          label={t`What was done to keep them safe?`}
          hint={t`Such as: the hearing is closed, the address stays out.`}
          rows={2}
        />
      </Question>
    </>
  );
}
