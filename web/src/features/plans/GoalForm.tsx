import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { agreement, goalOwner, goalState, planDomain, useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import type { Agreement, GoalOwner, GoalState, PlanDomain } from '~/gql/generated/graphql';
import {
  Check,
  ChipChoice,
  DateField,
  type Outcome,
  Select,
  type Submission,
  TextArea,
  useForm,
  useFormValue,
} from '~/ui';
import type { Goal, Plan } from './query';

const AddDocument = graphql(`
  mutation PlanGoalAdd($input: PlanGoalAddInput!) {
    planGoalAdd(input: $input) {
      ... on PlanGoalAddSuccess { plan { id version } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);
const ChangeDocument = graphql(`
  mutation PlanGoalChange($input: PlanGoalChangeInput!) {
    planGoalChange(input: $input) {
      ... on PlanGoalChangeSuccess { goal { id version } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

interface GoalFormProps {
  plan: Plan;
  goal: Goal | undefined;
  onClose: () => void;
}

/** A goal: what, in whose words, whose it is, and whether the young person agrees. */
export function GoalForm({ plan, goal, onClose }: GoalFormProps) {
  const { t } = useLingui();
  const { choices, word } = useWords();
  const add = useMutation(AddDocument);
  const change = useMutation(ChangeDocument);
  const form = useForm({
    initialValues: {
      text: goal?.text ?? '',
      inYouthWords: goal?.inYouthWords ?? false,
      owner: (goal?.owner ?? 'YOUTH') as GoalOwner,
      domain: (goal?.domain ?? null) as PlanDomain | null,
      state: goal?.state ?? 'PROPOSED',
      agreement: (goal?.agreement ?? 'NOT_ASKED_YET') as Agreement,
      targetOn: goal?.targetOn ?? null,
    },
    validate: (values) => ({
      text: values.text.trim() ? null : t`Write the goal.`,
      domain: values.domain ? null : t`Choose what it is about.`,
    }),
  });
  const own = useFormValue(form, 'owner') === 'YOUTH';
  const save = (values: typeof form.values, sent: Submission): Promise<Outcome<unknown>> => {
    const { state, ...told } = { ...values, domain: values.domain as PlanDomain };
    const version = sent.settledVersion;
    const { clientMutationKey } = sent;
    return goal
      ? change({
          input: {
            ...told,
            state,
            clientMutationKey,
            id: goal.id,
            expectedVersion: version ?? goal.version,
          },
        })
      : add({
          input: {
            ...told,
            clientMutationKey,
            plan: plan.id,
            expectedVersion: version ?? plan.version,
          },
        });
  };
  return (
    <DraftForm
      form={form}
      draft={`goal:${goal?.id ?? plan.id}`}
      version={goal?.version}
      label={goal ? t`Change a goal` : t`Add a goal`}
      onSubmit={save}
      conflictWords={{
        // A colleague may have moved it to where it was not to go from here.
        value: (path, code) =>
          path === 'state' && code in goalState ? word(goalState, code as GoalState) : code,
      }}
      onClose={onClose}
    >
      <ChipChoice name="owner" label={t`Whose goal is it?`} choices={choices(goalOwner)} />
      <TextArea name="text" label={t`The goal`} required focusFirst />
      <Check
        name="inYouthWords"
        label={t`These are the young person's own words`}
        hint={t`Then they are shown as a quotation and stay as they are.`}
      />
      <Select name="domain" label={t`What is it about?`} choices={choices(planDomain)} required />
      <ChipChoice
        name="agreement"
        label={own ? t`Do they stand by it?` : t`What does the young person say to it?`}
        choices={choices(agreement)}
      />
      {goal ? (
        <ChipChoice
          name="state"
          label={t`Where is it?`}
          choices={choices(goalState, [goal.state, ...goal.allowedMoves])}
        />
      ) : null}
      <DateField name="targetOn" label={t`By when, if they want a day`} />
    </DraftForm>
  );
}
