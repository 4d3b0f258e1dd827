import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { agreement, useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import type { Agreement } from '~/gql/generated/graphql';
import { ChipChoice, DateField, TextArea, useForm } from '~/ui';
import type { RecordedPlan } from './query';

const HoldDocument = graphql(`
  mutation PlanReviewHold($input: PlanReviewHoldInput!) {
    planReviewHold(input: $input) {
      ... on PlanReviewHoldSuccess { plan { id version reviewOn case { id } } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

interface HoldFormProps {
  plan: RecordedPlan;
  onClose: () => void;
}

/** A review: what changed, and what the young person thinks of the plan as it is now (rule 72). */
export function HoldForm({ plan, onClose }: HoldFormProps) {
  const { t } = useLingui();
  const { choices } = useWords();
  const hold = useMutation(HoldDocument);
  const form = useForm({
    initialValues: {
      changed: '',
      youthAgreement: null as Agreement | null,
      youthWords: '',
      nextOn: null as string | null,
    },
    validate: (values) => ({
      changed: values.changed.trim() ? null : t`Say what changed, or that nothing did.`,
      youthAgreement: values.youthAgreement ? null : t`Choose what the young person thinks.`,
    }),
  });
  return (
    <DraftForm
      form={form}
      draft={`review:${plan.id}`}
      label={t`Write down a review`}
      onSubmit={(values, { clientMutationKey, settledVersion }) =>
        hold({
          input: {
            clientMutationKey,
            id: plan.id,
            expectedVersion: settledVersion ?? plan.version,
            changed: values.changed,
            youthAgreement: values.youthAgreement as Agreement,
            youthWords: values.youthWords.trim() ? values.youthWords : null,
            nextOn: values.nextOn,
          },
        })
      }
      onClose={onClose}
    >
      <TextArea name="changed" label={t`What changed since the last one?`} required focusFirst />
      <ChipChoice
        name="youthAgreement"
        label={t`What does the young person think of the plan as it is now?`}
        choices={choices(agreement)}
        required
      />
      <TextArea
        name="youthWords"
        label={t`What they said to it, exactly`}
        hint={t`As said or written, in their language. Nobody corrects or shortens it.`}
      />
      <DateField
        name="nextOn"
        label={t`The next review is on`}
        hint={t`Left empty, it follows the plan's rhythm. You may choose an earlier day.`}
      />
    </DraftForm>
  );
}
