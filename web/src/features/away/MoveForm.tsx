import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { When, whenOf } from '~/features/clocks/When';
import { useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import type { Whereabouts } from '~/gql/generated/graphql';
import { ChipChoice, type Outcome, useForm } from '~/ui';
import type { Episode } from './parts';
import { useWhereConflict } from './useWhereConflict';
import { whereabouts } from './words';

const MoveDocument = graphql(`
  mutation WhereaboutsSet($input: WhereaboutsSetInput!) {
    whereaboutsSet(input: $input) {
      ... on WhereaboutsSetSuccess { episode { id version whereabouts case { id } clocks { id } } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

/** Somebody who has not come back is elsewhere, or it is known where, or not any more (rule 58). */
export function MoveForm({ of, onClose }: { of: Episode; onClose: () => void }) {
  const { t } = useLingui();
  const { choices } = useWords();
  const move = useMutation(MoveDocument);
  const form = useForm({
    initialValues: {
      to: null as Whereabouts | null,
      infoReceivedAt: null as string | null,
      infoReceivedAtTime: '',
    },
    validate: (values) => ({ to: values.to ? null : t`Choose where they are.` }),
  });
  return (
    <DraftForm
      form={form}
      draft={`where:${of.id}`}
      label={t`Where they are now`}
      submitLabel={t`Record it`}
      onSubmit={async (values, sent): Promise<Outcome<unknown>> =>
        // "Theirs" was chosen in the conflict: the colleague's move stands.
        !values.to || !of.allowedMoves.includes(values.to)
          ? { kind: 'done', value: undefined }
          : move({
              input: {
                clientMutationKey: sent.clientMutationKey,
                id: of.id,
                expectedVersion: sent.settledVersion ?? of.version,
                to: values.to,
                infoReceivedAt: whenOf(values.infoReceivedAt, values.infoReceivedAtTime),
              },
            })
      }
      conflictWords={useWhereConflict()}
      onClose={onClose}
    >
      <ChipChoice
        name="to"
        label={t`Where are they now?`}
        choices={choices(whereabouts, of.allowedMoves)}
        required
      />
      <When name="infoReceivedAt" label={t`When we heard of it`} />
    </DraftForm>
  );
}
