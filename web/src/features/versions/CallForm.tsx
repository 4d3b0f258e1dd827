import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import type { ReviewTrigger } from '~/gql/generated/graphql';
import { ChipChoice, TextArea, useForm } from '~/ui';
import type { RecordedPlan } from './query';
import { reviewTrigger } from './words';

const OpenDocument = graphql(`
  mutation PlanReviewOpen($input: PlanReviewOpenInput!) {
    planReviewOpen(input: $input) {
      ... on PlanReviewOpenSuccess { plan { id version reviewOn case { id } } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

interface CallFormProps {
  plan: RecordedPlan;
  onClose: () => void;
}

/** Something happened, and the plan is looked at before its day (rule 72). */
export function CallForm({ plan, onClose }: CallFormProps) {
  const { t } = useLingui();
  const { choices } = useWords();
  const open = useMutation(OpenDocument);
  const form = useForm({
    initialValues: { trigger: null as ReviewTrigger | null, note: '' },
    validate: ({ trigger }) => ({ trigger: trigger ? null : t`Choose what happened.` }),
  });
  return (
    <DraftForm
      form={form}
      draft={`call:${plan.id}`}
      label={t`Call for a review`}
      submitLabel={t`Call for it`}
      onSubmit={({ trigger, note }, { clientMutationKey, settledVersion }) =>
        open({
          input: {
            clientMutationKey,
            id: plan.id,
            expectedVersion: settledVersion ?? plan.version,
            trigger: trigger as ReviewTrigger,
            note: note.trim() ? note : null,
          },
        })
      }
      onClose={onClose}
    >
      <ChipChoice
        name="trigger"
        label={t`What happened?`}
        hint={t`The plan is looked at from today on. It goes on as it is until then.`}
        choices={choices(reviewTrigger)}
        required
      />
      <TextArea name="note" label={t`A word on it`} />
    </DraftForm>
  );
}
