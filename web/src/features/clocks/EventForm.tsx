import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import type { ClockEvent } from '~/gql/generated/graphql';
import { ChipChoice, useForm } from '~/ui';
import { When, whenOf } from './When';
import { clockEvent } from './words';

const EventDocument = graphql(`
  mutation ClockEventRecord($input: ClockEventRecordInput!) {
    clockEventRecord(input: $input) {
      ... on ClockEventRecordSuccess { case { id runningClocks { id } } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

interface EventFormProps {
  caseId: string;
  /** What it is, when only one is meant. */
  event?: ClockEvent | undefined;
  onClose: () => void;
}

/** Something has happened from which clocks run (rules 56, 57, 60). */
export function EventForm({ caseId, event, onClose }: EventFormProps) {
  const { t } = useLingui();
  const { choices } = useWords();
  const record = useMutation(EventDocument);
  const form = useForm({
    initialValues: {
      event: (event ?? null) as ClockEvent | null,
      at: null as string | null,
      atTime: '',
    },
    validate: (values) => ({ event: values.event ? null : t`Choose what happened.` }),
  });
  return (
    <DraftForm
      form={form}
      draft={`clock-event:${caseId}:${event ?? 'any'}`}
      label={t`Record what happened`}
      submitLabel={t`Record it`}
      onSubmit={(values, { clientMutationKey }) =>
        record({
          input: {
            clientMutationKey,
            case: caseId,
            event: values.event as ClockEvent,
            at: whenOf(values.at, values.atTime),
          },
        })
      }
      onClose={onClose}
    >
      <ChipChoice
        name="event"
        label={t`What happened?`}
        hint={t`From then on, the rules that follow from it run.`}
        choices={choices(clockEvent, event ? [event] : undefined)}
        required
      />
      <When name="at" label={t`When we heard of it`} />
    </DraftForm>
  );
}
