import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { graphql, useMutation } from '~/gql';
import { type Outcome, TextField, useForm } from '~/ui';
import type { FullClock } from './parts';
import { useClockConflict } from './useClockConflict';
import { When, whenOf } from './When';

const MeetDocument = graphql(`
  mutation ClockMeet($input: ClockMeetInput!) {
    clockMeet(input: $input) {
      ... on ClockMeetSuccess { clock { id version status case { id } } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

/** The evidence that ends a clock: agency, person, time and number (rule 49). */
export function MeetForm({ clock, onClose }: { clock: FullClock; onClose: () => void }) {
  const { t } = useLingui();
  const meet = useMutation(MeetDocument);
  const form = useForm({
    initialValues: {
      state: 'MET',
      agency: '',
      personSpokenTo: '',
      reference: '',
      at: null as string | null,
      atTime: '',
    },
  });
  return (
    <DraftForm
      form={form}
      draft={`clock-meet:${clock.id}`}
      label={t`Record that it was done`}
      submitLabel={t`Record it`}
      onSubmit={async (values, sent): Promise<Outcome<unknown>> =>
        // "Theirs" was chosen in the conflict: the colleague's ending stands.
        values.state !== 'MET'
          ? { kind: 'done', value: undefined }
          : meet({
              input: {
                clientMutationKey: sent.clientMutationKey,
                id: clock.id,
                expectedVersion: sent.settledVersion ?? clock.version,
                agency: values.agency,
                personSpokenTo: values.personSpokenTo,
                reference: values.reference,
                at: whenOf(values.at, values.atTime),
              },
            })
      }
      conflictWords={useClockConflict()}
      onClose={onClose}
    >
      <p>{clock.title}</p>
      <TextField name="agency" label={t`Agency`} required focusFirst />
      <TextField name="personSpokenTo" label={t`Person spoken to`} required />
      <TextField
        name="reference"
        label={t`Their number for it`}
        hint={t`Of the report, the case or the entry. Without one: say so here.`}
        required
      />
      <When name="at" label={t`When it was done`} />
    </DraftForm>
  );
}
