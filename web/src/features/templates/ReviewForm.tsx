import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import type { ReviewState } from '~/gql/generated/graphql';
import { ChipChoice, TextArea, useForm } from '~/ui';
import { reviewState } from './words';

const ReviewDocument = graphql(`
  mutation PlanTemplateReviewRecord($input: PlanTemplateReviewRecordInput!) {
    planTemplateReviewRecord(input: $input) {
      ... on PlanTemplateReviewRecordSuccess { template { id version } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);
/** What an expert can say; asking for it is for those who write templates. */
const sayable: readonly ReviewState[] = [
  'IN_REVIEW',
  'CHANGES_REQUESTED',
  'ENDORSED',
  'DECLINED',
  'WITHDRAWN',
];

/** A survivor expert's word on a version. What was said before stays. */
export function ReviewForm({ versionId }: { versionId: string }) {
  const { t } = useLingui();
  const { choices } = useWords();
  const review = useMutation(ReviewDocument);
  const form = useForm({
    initialValues: { state: 'IN_REVIEW' as ReviewState, note: '' },
    validate: ({ state, note }) => ({
      note: state === 'CHANGES_REQUESTED' && !note.trim() ? t`Say what is to be changed.` : null,
    }),
  });
  return (
    <DraftForm
      form={form}
      draft={`template-review:${versionId}`}
      label={t`Your word on this version`}
      submitLabel={t`Record it`}
      onDone={() => form.reset()}
      onSubmit={({ state, note }, { clientMutationKey }) =>
        review({ input: { clientMutationKey, templateVersion: versionId, state, note } })
      }
    >
      <ChipChoice
        name="state"
        label={t`Your word on this version`}
        choices={choices(reviewState, [...sayable])}
      />
      <TextArea name="note" label={t`What you want to say`} rows={2} />
    </DraftForm>
  );
}
