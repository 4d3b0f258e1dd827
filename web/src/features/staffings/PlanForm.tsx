import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { instantOf } from '~/features/requests/instant';
import { staffingType, useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import type { StaffingType } from '~/gql/generated/graphql';
import { ChipChoice, Columns, DateField, TextArea, TimeField, useForm } from '~/ui';
import { AgendaField } from './AgendaField';

const ScheduleDocument = graphql(`
  mutation StaffingSchedule($input: StaffingScheduleInput!) {
    staffingSchedule(input: $input) {
      ... on StaffingScheduleSuccess { staffing { id cases { id nextStaffingAt } } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

interface PlanFormProps {
  about: { id: string; alias: string } | undefined;
  onClose: () => void;
  onPlanned: ((staffing: string) => void) | undefined;
}

/** When, what kind, over which cases, what for. Who plans it leads it. */
export function PlanForm({ about, onClose, onPlanned }: PlanFormProps) {
  const { t } = useLingui();
  const { choices } = useWords();
  const schedule = useMutation(ScheduleDocument);
  const form = useForm({
    initialValues: {
      type: 'SUPERVISOR_CASE_STAFFING' as StaffingType,
      day: null as string | null,
      time: '10:00',
      cases: about ? [about.id] : ([] as string[]),
      purpose: '',
    },
    validate: (values) => ({
      day: values.day ? null : t`Choose a day.`,
      time: values.time ? null : t`Choose a time.`,
      cases: values.cases.length > 0 ? null : t`Choose at least one case.`,
    }),
  });
  return (
    <DraftForm
      form={form}
      draft={`staffing:${about?.id ?? 'any'}`}
      label={t`Plan a staffing`}
      submitLabel={t`Plan it`}
      onClose={onClose}
      onSubmit={(values, { clientMutationKey }) =>
        schedule({
          input: {
            clientMutationKey,
            type: values.type,
            at: instantOf(values.day ?? '', values.time),
            cases: values.cases,
            purpose: values.purpose.trim() || null,
          },
        })
      }
      onDone={({ staffing }) => onPlanned?.(staffing.id)}
    >
      <AgendaField about={about} focusFirst={!about} />
      <Columns>
        <DateField name="day" label={t`Day`} required />
        <TimeField name="time" label={t`Time`} required />
      </Columns>
      <ChipChoice name="type" label={t`What kind?`} choices={choices(staffingType)} required />
      <TextArea
        name="purpose"
        label={t`What for`}
        hint={t`The question to be answered. Those see it who see the staffing; no mail says it.`}
      />
    </DraftForm>
  );
}
