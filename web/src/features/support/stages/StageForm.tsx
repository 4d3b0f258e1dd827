import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import type { StageOfChange } from '~/gql/generated/graphql';
import { ChipChoice, DateField, parseDay, Select, TextField, useForm, useFormValue } from '~/ui';
import type { SupportedCase } from '../query';
import { stageOfChange } from '../words';

const NoteDocument = graphql(`
  mutation StageNote($input: StageNoteInput!) {
    stageNote(input: $input) {
      ... on StageNoteSuccess { case { id } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

/** One stage with one goal or topic on one day, beside what was noted before. */
export function StageForm({ of, onClose }: { of: SupportedCase; onClose: () => void }) {
  const { t } = useLingui();
  const { choices } = useWords();
  const note = useMutation(NoteDocument);
  const goals = of.plan?.goals ?? [];
  const form = useForm({
    initialValues: {
      about: (goals.length > 0 ? 'goal' : 'topic') as 'goal' | 'topic',
      goal: null as string | null,
      topic: '',
      stage: null as StageOfChange | null,
      notedOn: parseDay('today'),
    },
    validate: (values) => ({
      goal: values.about === 'topic' || values.goal ? null : t`Choose the goal.`,
      topic: values.about === 'goal' || values.topic.trim() ? null : t`Name the topic.`,
      stage: values.stage ? null : t`Choose what fits best on that day.`,
      notedOn: values.notedOn ? null : t`Choose the day it is about.`,
    }),
  });
  const goal = useFormValue(form, 'about') === 'goal';
  return (
    <DraftForm
      form={form}
      draft={`stage:${of.id}`}
      label={t`Note a stage`}
      onSubmit={(values, { clientMutationKey }) =>
        note({
          input: {
            clientMutationKey,
            case: of.id,
            goal: values.about === 'goal' ? values.goal : null,
            topic: values.about === 'topic' ? values.topic : null,
            stage: values.stage as StageOfChange,
            notedOn: values.notedOn ?? '',
          },
        })
      }
      onClose={onClose}
    >
      {goals.length > 0 ? (
        <ChipChoice
          name="about"
          label={t`What is it about?`}
          choices={[
            { value: 'goal', label: t`A goal of the plan` },
            { value: 'topic', label: t`A topic` },
          ]}
        />
      ) : null}
      {goal ? (
        <Select
          name="goal"
          label={t`Which goal?`}
          choices={goals.map(({ id, text }) => ({ value: id, label: text }))}
          required
        />
      ) : (
        <TextField name="topic" label={t`Which topic?`} required focusFirst />
      )}
      <ChipChoice
        name="stage"
        label={t`Where are they with it?`}
        hint={t`Only for how we meet them. It may be earlier than what was noted before.`}
        choices={choices(stageOfChange)}
        required
      />
      <DateField name="notedOn" label={t`On which day?`} required />
    </DraftForm>
  );
}
