import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { DraftForm } from '~/drafts';
import { agreement, useWords } from '~/features/words';
import { graphql, useMutation, useViewer } from '~/gql';
import type { Agreement } from '~/gql/generated/graphql';
import { ChipChoice, Stack, useForm } from '~/ui';
import type { TakingCase, TemplateVersion } from './query';
import { TakenGoalFields } from './TakenGoalFields';
import { isOther, offeredGoals, type TakenGoal } from './taking';

const TakeDocument = graphql(`
  mutation PlanTemplateTake($input: PlanTemplateTakeInput!) {
    planTemplateTake(input: $input) {
      ... on PlanTemplateTakeSuccess { plan { id version goals { id } } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

interface TakeFormProps {
  of: TakingCase;
  version: TemplateVersion;
  chosen: readonly number[];
  colleagues: readonly { id: string; name: string }[];
  onBack: () => void;
  onDone: () => void;
}

/** What was chosen, as it is to stand in the plan: words, who, by when. One change takes it all. */
export function TakeForm({ of, version, chosen, colleagues, onBack, onDone }: TakeFormProps) {
  const { t } = useLingui();
  const { choices } = useWords();
  const viewer = useViewer();
  const take = useMutation(TakeDocument);
  const here = useRef<HTMLDivElement>(null);
  const goals = offeredGoals(version.body.goals, chosen, of.team, viewer.user.id, new Date());
  const form = useForm<{ goals: TakenGoal[]; all: Agreement }>({
    initialValues: { goals, all: 'NOT_ASKED_YET' },
    validate: ({ goals }) =>
      Object.fromEntries(
        goals.flatMap((goal, n) => [
          [`goals.${n}.text`, goal.text.trim() ? null : t`Write the goal.`],
          ...goal.steps.flatMap((step, m) => [
            [`goals.${n}.steps.${m}.text`, step.text.trim() ? null : t`Write what is to be done.`],
            [`goals.${n}.steps.${m}.who`, step.who ? null : t`Choose who does it.`],
            [`goals.${n}.steps.${m}.dueOn`, step.dueOn ? null : t`Choose a day.`],
          ]),
        ]),
      ),
  });
  useEffect(() => here.current?.querySelector<HTMLElement>('input:checked')?.focus(), []);
  const plan = of.plan && of.plan.state !== 'COMPLETED' ? of.plan.version : 0;
  const names = { YOUTH: t`The young person`, CAREGIVER: t`The caregiver` };
  return (
    <div ref={here}>
      <DraftForm
        form={form}
        draft={`take:${of.id}:${version.id}:${chosen.join('.')}`}
        label={t`Take into the plan`}
        submitLabel={t`Save in the plan`}
        onBack={onBack}
        onDone={onDone}
        onSubmit={({ goals }, sent) =>
          take({
            input: {
              clientMutationKey: sent.clientMutationKey,
              case: of.id,
              expectedVersion: sent.settledVersion ?? plan,
              templateVersion: version.id,
              goals: goals.map(({ steps, ...goal }) => ({
                ...goal,
                steps: steps.map(({ text, who, dueOn }) => ({
                  text,
                  dueOn: dueOn ?? '',
                  ...(isOther(who) ? { ownerName: names[who] } : { owner: who }),
                })),
              })),
            },
          })
        }
      >
        <ChipChoice
          name="all"
          label={t`What does the young person say to these goals?`}
          hint={t`Said of all of them here. It can be said of each below.`}
          choices={choices(agreement)}
          onChange={(next: Agreement) => {
            const { goals } = form.getValues();
            goals.forEach((_, n) => {
              form.setFieldValue(`goals.${n}.agreement`, next);
            });
          }}
        />
        <Stack gap="large">
          {goals.map((goal, n) => (
            <TakenGoalFields
              key={goal.number}
              at={`goals.${n}`}
              number={n + 1}
              steps={goal.steps.length}
              people={[
                { value: viewer.user.id, label: t`${viewer.user.name} (me)` },
                ...colleagues
                  .filter(({ id }) => id !== viewer.user.id)
                  .map(({ id, name }) => ({ value: id, label: name })),
                { value: 'YOUTH', label: names.YOUTH },
                { value: 'CAREGIVER', label: names.CAREGIVER },
              ]}
            />
          ))}
        </Stack>
      </DraftForm>
    </div>
  );
}
