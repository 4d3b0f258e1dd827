import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import type { Locale, PlanDomain } from '~/gql/generated/graphql';
import { Button, ChipChoice, Select, TextArea, TextField, useForm, useFormValue } from '~/ui';
import { TemplateGoalFields } from './TemplateGoalFields';
import { daysTyped, newGoal, type Template, type Written, writtenOf } from './template';
import { situation } from './words';

const SaveDocument = graphql(`
  mutation PlanTemplateSave($input: PlanTemplateSaveInput!) {
    planTemplateSave(input: $input) {
      ... on PlanTemplateSaveSuccess { template { id version } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

interface TemplateFormProps {
  /** What is changed; a new one when absent. */
  of: Template | undefined;
  language: Locale;
  onSaved: (id: string) => void;
}

/** A template's draft: nobody is offered it before it is published. */
export function TemplateForm({ of, language, onSaved }: TemplateFormProps) {
  const { t } = useLingui();
  const { choices } = useWords();
  const save = useMutation(SaveDocument);
  const languages: { value: Locale; label: string }[] = [
    { value: 'EN', label: t`English` },
    { value: 'ES', label: t`Spanish` },
  ];
  const form = useForm<Written & Record<string, unknown>>({
    initialValues: writtenOf(of?.draft ?? of?.current?.body, language) as Written &
      Record<string, unknown>,
    validate: (values) =>
      Object.fromEntries([
        ['title', values.title.trim() ? null : t`Write what it is called.`],
        ...values.goals.flatMap((goal, n) => [
          [`goals.${n}.text`, goal.text.trim() ? null : t`Write the goal.`],
          [`goals.${n}.domain`, goal.domain ? null : t`Choose what it is about.`],
          ...goal.steps.flatMap((step, m) => [
            [`goals.${n}.steps.${m}.text`, step.text.trim() ? null : t`Write what is to be done.`],
            [
              `goals.${n}.steps.${m}.days`,
              daysTyped(step.days) <= 365 ? null : t`Write whole days, at most 365.`,
            ],
          ]),
        ]),
      ]),
  });
  const goals = useFormValue(form, 'goals');
  const change = (next: Written['goals']) => form.setValues({ goals: next });
  return (
    <DraftForm
      form={form}
      draft={`template:${of?.id ?? 'new'}`}
      label={t`Write a template`}
      submitLabel={t`Save the draft`}
      onSubmit={(values, sent) =>
        save({
          input: {
            clientMutationKey: sent.clientMutationKey,
            ...(of ? { id: of.id } : {}),
            expectedVersion: sent.settledVersion ?? of?.version ?? 0,
            title: values.title,
            situation: values.situation,
            language: values.language,
            about: values.about,
            goals: values.goals.map((goal) => ({
              ...goal,
              domain: goal.domain as PlanDomain,
              steps: goal.steps.map((step) => ({ ...step, days: daysTyped(step.days) })),
            })),
          },
        })
      }
      onDone={({ template }) => onSaved(template.id)}
    >
      <TextField name="title" label={t`What it is called`} required focusFirst />
      <Select name="situation" label={t`For which situation`} choices={choices(situation)} />
      <ChipChoice name="language" label={t`Written in`} choices={languages} />
      <TextArea
        name="about"
        label={t`A word to those who use it`}
        hint={t`When it fits, and what to keep in mind.`}
        rows={2}
      />
      {goals.map((goal, n) => (
        <TemplateGoalFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a goal of a draft is known by its place
          key={n}
          at={n}
          goal={goal}
          onSteps={(steps) => change(goals.map((one, at) => (at === n ? { ...one, steps } : one)))}
          onRemove={() => change(goals.filter((_, at) => at !== n))}
        />
      ))}
      <div>
        <Button onClick={() => change([...goals, newGoal()])}>{t`Add a goal`}</Button>
      </div>
    </DraftForm>
  );
}
