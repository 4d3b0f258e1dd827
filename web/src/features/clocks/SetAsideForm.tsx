import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { graphql, useMutation, useViewer } from '~/gql';
import { type Outcome, TextArea, useForm } from '~/ui';
import type { FullClock } from './parts';
import { useClockConflict } from './useClockConflict';

const WaiveDocument = graphql(`
  mutation ClockWaive($input: ClockWaiveInput!) {
    clockWaive(input: $input) {
      ... on ClockWaiveSuccess { clock { id version status case { id } } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);
const NotApplicableDocument = graphql(`
  mutation ClockMarkNotApplicable($input: ClockMarkNotApplicableInput!) {
    clockMarkNotApplicable(input: $input) {
      ... on ClockMarkNotApplicableSuccess { clock { id version status case { id } } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

interface SetAsideFormProps {
  clock: FullClock;
  to: 'WAIVED' | 'NOT_APPLICABLE';
  onClose: () => void;
}

/** Why a clock does not have to be met: a supervisor answers for a waiver (rule 61). */
export function SetAsideForm({ clock, to, onClose }: SetAsideFormProps) {
  const { t } = useLingui();
  const viewer = useViewer();
  const waive = useMutation(WaiveDocument);
  const markNotApplicable = useMutation(NotApplicableDocument);
  const form = useForm({ initialValues: { state: to as string, reason: '' } });
  const waives = to === 'WAIVED';
  return (
    <DraftForm
      form={form}
      draft={`clock-${to.toLowerCase()}:${clock.id}`}
      label={waives ? t`Waive it` : t`It does not apply`}
      submitLabel={waives ? t`Waive it` : t`Record that it does not apply`}
      onSubmit={async ({ state, reason }, sent): Promise<Outcome<unknown>> => {
        // "Theirs" was chosen in the conflict: the colleague's ending stands.
        if (state !== to) return { kind: 'done', value: undefined };
        const input = {
          clientMutationKey: sent.clientMutationKey,
          id: clock.id,
          expectedVersion: sent.settledVersion ?? clock.version,
          reason,
        };
        return waives ? waive({ input }) : markNotApplicable({ input });
      }}
      conflictWords={useClockConflict()}
      onClose={onClose}
    >
      <p>{clock.title}</p>
      {waives ? (
        <p className="t-soft">{t`You answer for it: ${viewer.user.name} stands with it as the one who approved.`}</p>
      ) : null}
      <TextArea name="reason" label={t`Why?`} required focusFirst />
    </DraftForm>
  );
}
