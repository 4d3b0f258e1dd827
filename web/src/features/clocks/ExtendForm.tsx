import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { graphql, useMutation } from '~/gql';
import { type Outcome, TextField, useForm } from '~/ui';
import type { FullClock } from './parts';
import { useClockConflict } from './useClockConflict';

const ExtendDocument = graphql(`
  mutation ClockExtend($input: ClockExtendInput!) {
    clockExtend(input: $input) {
      ... on ClockExtendSuccess { clock { id version status dueAt case { id } } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

/** Makes a clock longer, once, where both offices have agreed (rule 60). */
export function ExtendForm({ clock, onClose }: { clock: FullClock; onClose: () => void }) {
  const { t } = useLingui();
  const extend = useMutation(ExtendDocument);
  const form = useForm({
    initialValues: { state: 'OPEN', sendingOffice: '', receivingOffice: '' },
  });
  return (
    <DraftForm
      form={form}
      draft={`clock-extend:${clock.id}`}
      label={t`Make it longer`}
      submitLabel={t`Make it longer`}
      onSubmit={async ({ state, ...offices }, sent): Promise<Outcome<unknown>> =>
        // "Theirs" was chosen in the conflict: the colleague's ending stands.
        state !== 'OPEN'
          ? { kind: 'done', value: undefined }
          : extend({
              input: {
                ...offices,
                clientMutationKey: sent.clientMutationKey,
                id: clock.id,
                expectedVersion: sent.settledVersion ?? clock.version,
              },
            })
      }
      conflictWords={useClockConflict()}
      onClose={onClose}
    >
      <p>{clock.title}</p>
      <p className="t-soft">{t`It is made longer once, when both offices agree.`}</p>
      <TextField
        name="sendingOffice"
        label={t`Who agreed in the office that sends`}
        required
        focusFirst
      />
      <TextField
        name="receivingOffice"
        label={t`Who agreed in the office that receives`}
        required
      />
    </DraftForm>
  );
}
