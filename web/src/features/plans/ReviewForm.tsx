import { useLingui } from '@lingui/react/macro';
import { graphql, useMutation } from '~/gql';
import { DateField, Form, useForm } from '~/ui';
import type { Plan } from './query';

const ReviewDocument = graphql(`
  mutation PlanReviewSet($input: PlanReviewSetInput!) {
    planReviewSet(input: $input) {
      ... on PlanReviewSetSuccess { plan { id version reviewOn } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

/** The day on which the plan is looked at again, together. */
export function ReviewForm({ plan }: { plan: Plan }) {
  const { t } = useLingui();
  const set = useMutation(ReviewDocument);
  const form = useForm({
    initialValues: { reviewOn: plan.reviewOn ?? null },
    validate: (values) => ({ reviewOn: values.reviewOn ? null : t`Choose a day.` }),
  });
  return (
    <Form
      form={form}
      label={t`Review date`}
      submitLabel={plan.reviewOn ? t`Change the review date` : t`Set the review date`}
      onSubmit={({ reviewOn }, { clientMutationKey, settledVersion }) =>
        set({
          input: {
            clientMutationKey,
            id: plan.id,
            expectedVersion: settledVersion ?? plan.version,
            reviewOn: reviewOn ?? '',
          },
        })
      }
      onDone={() => undefined}
    >
      <DateField name="reviewOn" label={t`We look at it again on`} />
    </Form>
  );
}
