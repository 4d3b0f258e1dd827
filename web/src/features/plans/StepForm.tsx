import { useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
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
import { LazySharingFields } from './LazySharing';
import type { Goal, Step } from './query';
import { joinWho, type Who } from './who';

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
      needsSharing: step?.needsSharing ?? false,
      service: step?.service?.id ?? null,
      shareWith: step?.shareWith ?? '',
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
  const theirs = useRef<Who>(undefined);
  const nameOf = ({ owner, ownerName }: Who) =>
    owner
      ? ([mine, ...others].find(({ value }) => value === owner)?.label ?? t`a colleague`)
      : ownerName;
  const save = async (
    {
      by,
      text,
      owner,
      ownerName,
      dueOn,
      state,
      needsSharing,
      service,
      shareWith,
    }: typeof form.values,
    sent: Submission,
  ): Promise<Outcome<unknown>> => {
    const who: Who = {
      owner: by === 'colleague' ? owner : null,
      ownerName: by === 'else' ? ownerName : null,
    };
    const { clientMutationKey } = sent;
    const told = {
      ...who,
      clientMutationKey,
      text,
      dueOn: dueOn ?? '',
      needsSharing,
      // What it was about stays, where it shares nothing.
      ...(needsSharing ? { service, shareWith: shareWith || null } : {}),
    };
    if (!step) return add({ input: { ...told, goal: goal.id } });
    const expectedVersion = sent.settledVersion ?? step.version;
    const outcome = await change({ input: { ...told, id: step.id, expectedVersion, state } });
    if (outcome.kind !== 'conflict') return outcome;
    const joined = joinWho(outcome.fields, who, nameOf);
    theirs.current = joined.theirs;
    return { ...outcome, fields: joined.fields };
  };
  /** Theirs was chosen: all that the form asks about who does it. */
  const takeWho = (path: string) => {
    if (path !== 'by' || !theirs.current) return undefined;
    const { owner, ownerName } = theirs.current;
    form.setFieldValue('owner', owner);
    form.setFieldValue('ownerName', ownerName ?? '');
    return owner ? 'colleague' : 'else';
  };
  return (
    <DraftForm
      form={form}
      draft={`step:${step?.id ?? goal.id}`}
      version={step?.version}
      label={step ? t`Change a step` : t`Add a step`}
      onSubmit={save}
      readTheirs={takeWho}
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
      <LazySharingFields form={form as never} />
      {step ? (
        <ChipChoice name="state" label={t`Where is it?`} choices={choices(stepState)} />
      ) : null}
    </DraftForm>
  );
}
