import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { strengthKind, useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import type { StrengthKind } from '~/gql/generated/graphql';
import { ChipChoice, TextArea, useForm } from '~/ui';
import type { Plan } from './query';

const AddDocument = graphql(`
  mutation PlanStrengthAdd($input: PlanStrengthAddInput!) {
    planStrengthAdd(input: $input) {
      ... on PlanStrengthAddSuccess { plan { id version } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

/** One strength: what it is, and of which kind. */
export function StrengthForm({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const { t } = useLingui();
  const { choices } = useWords();
  const add = useMutation(AddDocument);
  const form = useForm({
    initialValues: { text: '', kind: null as StrengthKind | null },
    validate: (values) => ({
      text: values.text.trim() ? null : t`Write what it is.`,
      kind: values.kind ? null : t`Choose the kind that fits best.`,
    }),
  });
  return (
    <DraftForm
      form={form}
      draft={`strength:${plan.id}`}
      label={t`Add a strength`}
      onSubmit={(values, { clientMutationKey, settledVersion }) =>
        add({
          input: {
            clientMutationKey,
            plan: plan.id,
            expectedVersion: settledVersion ?? plan.version,
            kind: values.kind as StrengthKind,
            text: values.text,
          },
        })
      }
      onClose={onClose}
    >
      <TextArea
        name="text"
        label={t`The strength`}
        hint={t`For example: calls her aunt when things get heavy; draws every day.`}
        required
        focusFirst
      />
      <ChipChoice name="kind" label={t`What kind?`} choices={choices(strengthKind)} required />
    </DraftForm>
  );
}
