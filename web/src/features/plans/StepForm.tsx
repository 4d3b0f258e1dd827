import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { stepState, useWords } from '~/features/words';
import { graphql, useMutation, useQuery, useViewer } from '~/gql';
import type { StepState } from '~/gql/generated/graphql';
import {
  ChipChoice,
  DateField,
  type Outcome,
  Select,
  type Submission,
  TextArea,
  TextField,
  useForm,
  useFormValue,
} from '~/ui';
import type { Goal, Step } from './query';

export const ColleaguesDocument = graphql(`
  query Colleagues {
    colleagues { id name }
  }
`);
const AddDocument = graphql(`
  mutation PlanStepAdd($input: PlanStepAddInput!) {
    planStepAdd(input: $input) {
      ... on PlanStepAddSuccess { goal { id version } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);
export const StepChangeDocument = graphql(`
  mutation PlanStepChange($input: PlanStepChangeInput!) {
    planStepChange(input: $input) {
      ... on PlanStepChangeSuccess { step { id version } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

interface StepFormProps {
  goal: Goal;
  step: Step | undefined;
  onClose: () => void;
}

/** A step: what, who, by when. Every step has an owner and a day (rule 73). */
export function StepForm({ goal, step, onClose }: StepFormProps) {
  const { t } = useLingui();
  const { choices } = useWords();
  const viewer = useViewer();
  const { data } = useQuery(ColleaguesDocument, {});
  const add = useMutation(AddDocument);
  const change = useMutation(StepChangeDocument);
  const form = useForm({
    initialValues: {
      text: step?.text ?? '',
      by: (step?.ownerName ? 'else' : 'colleague') as 'colleague' | 'else',
      owner: (step ? (step.owner?.id ?? null) : viewer.user.id) as string | null,
      ownerName: step?.ownerName ?? '',
      dueOn: step?.dueOn ?? null,
      state: (step?.state ?? 'TODO') as StepState,
    },
    validate: (values) => ({
      text: values.text.trim() ? null : t`Write what is to be done.`,
      owner: values.by === 'else' || values.owner ? null : t`Choose who does it.`,
      ownerName:
        values.by === 'colleague' || values.ownerName.trim() ? null : t`Write who does it.`,
      dueOn: values.dueOn ? null : t`Choose a day.`,
    }),
  });
  const colleague = useFormValue(form, 'by') === 'colleague';
  const mine = { value: viewer.user.id, label: t`${viewer.user.name} (me)` };
  const others = (data?.colleagues ?? [])
    .filter(({ id }) => id !== viewer.user.id)
    .map(({ id, name }) => ({ value: id, label: name }));
  const save = (
    { by, text, owner, ownerName, dueOn, state }: typeof form.values,
    sent: Submission,
  ): Promise<Outcome<unknown>> => {
    const told = {
      clientMutationKey: sent.clientMutationKey,
      text,
      owner: by === 'colleague' ? owner : null,
      ownerName: by === 'else' ? ownerName : null,
      dueOn: dueOn ?? '',
    };
    return step
      ? change({
          input: {
            ...told,
            id: step.id,
            expectedVersion: sent.settledVersion ?? step.version,
            state,
          },
        })
      : add({ input: { ...told, goal: goal.id } });
  };
  return (
    <DraftForm
      form={form}
      draft={`step:${step?.id ?? goal.id}`}
      label={step ? t`Change a step` : t`Add a step`}
      onSubmit={save}
      onClose={onClose}
    >
      <TextArea name="text" label={t`What is to be done?`} required focusFirst />
      <DateField name="dueOn" label={t`By when?`} required />
      <ChipChoice
        name="by"
        label={t`Who does it?`}
        choices={[
          { value: 'colleague', label: t`A colleague` },
          { value: 'else', label: t`Somebody else` },
        ]}
      />
      {colleague ? (
        <Select name="owner" label={t`Colleague`} choices={[mine, ...others]} required />
      ) : (
        <TextField
          name="ownerName"
          label={t`Their name`}
          hint={t`For example: the grandmother, or the young person.`}
          required
        />
      )}
      {step ? (
        <ChipChoice name="state" label={t`Where is it?`} choices={choices(stepState)} />
      ) : null}
    </DraftForm>
  );
}
