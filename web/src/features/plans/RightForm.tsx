import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { graphql, useMutation, useQuery, useViewer } from '~/gql';
import { DateField, parseDay, Select, useForm } from '~/ui';
import type { Plan } from './query';
import { ColleaguesDocument } from './StepForm';

const RightDocument = graphql(`
  mutation PlanRightExplained($input: PlanRightExplainedInput!) {
    planRightExplained(input: $input) {
      ... on PlanRightExplainedSuccess { plan { id version } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

/** On which day it was explained, and by whom. */
export function RightForm({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const { t } = useLingui();
  const viewer = useViewer();
  const { data } = useQuery(ColleaguesDocument, {});
  const record = useMutation(RightDocument);
  const form = useForm({
    initialValues: {
      explainedOn: parseDay('today'),
      by: viewer.user.id as string | null,
    },
    validate: (values) => ({
      explainedOn: values.explainedOn ? null : t`Choose the day.`,
      by: values.by ? null : t`Choose who explained it.`,
    }),
  });
  const mine = { value: viewer.user.id, label: t`${viewer.user.name} (me)` };
  const others = (data?.colleagues ?? [])
    .filter(({ id }) => id !== viewer.user.id)
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <DraftForm
      form={form}
      draft={`right:${plan.id}`}
      version={plan.version}
      label={t`Their right not to take part`}
      onSubmit={({ explainedOn, by }, { clientMutationKey, settledVersion }) =>
        record({
          input: {
            clientMutationKey,
            id: plan.id,
            expectedVersion: settledVersion ?? plan.version,
            explainedOn: explainedOn ?? '',
            by,
          },
        })
      }
      onClose={onClose}
    >
      <p className="t-soft">
        {t`They may take part, in all of it or in some of it, or not; and they may change their mind. Nothing is held against them.`}
      </p>
      <DateField name="explainedOn" label={t`Explained on`} required />
      <Select name="by" label={t`Explained by`} choices={[mine, ...others]} required />
    </DraftForm>
  );
}
