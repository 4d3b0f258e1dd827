import { useLingui } from '@lingui/react/macro';
import { goalOwner, planDomain, useWords } from '~/features/words';
import { Button, ChipChoice, Columns, Row, Select, TextArea, TextField } from '~/ui';
import { newStep, type Written } from './template';
import css from './templates.module.css';
import { stepBy } from './words';

type Goal = Written['goals'][number];

interface TemplateGoalFieldsProps {
  at: number;
  goal: Goal;
  onSteps: (steps: Goal['steps']) => void;
  onRemove: () => void;
}

/** A goal of a template with its steps. */
export function TemplateGoalFields({ at, goal, onSteps, onRemove }: TemplateGoalFieldsProps) {
  const { t } = useLingui();
  const { choices } = useWords();
  const number = at + 1;
  return (
    <fieldset className={css.goal}>
      <legend>{t`Goal ${number}`}</legend>
      <TextArea
        name={`goals.${at}.text`}
        label={t`The goal, as an offer in plain words`}
        rows={2}
        required
      />
      <ChipChoice
        name={`goals.${at}.owner`}
        label={t`Whose goal would it be?`}
        choices={choices(goalOwner)}
      />
      <Select
        name={`goals.${at}.domain`}
        label={t`What is it about?`}
        choices={choices(planDomain)}
        required
      />
      {goal.steps.map((_, m) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step of a draft is known by its place
        <div key={m} className={css.step}>
          <TextArea
            name={`goals.${at}.steps.${m}.text`}
            label={t`Step ${m + 1}`}
            rows={1}
            required
          />
          <Columns>
            <Select
              name={`goals.${at}.steps.${m}.by`}
              label={t`Who would do it?`}
              choices={choices(stepBy)}
            />
            <TextField
              name={`goals.${at}.steps.${m}.days`}
              label={t`Within how many days?`}
              inputMode="numeric"
              required
            />
          </Columns>
          <div>
            <Button
              small
              look="quiet"
              aria-label={t`Remove step ${m + 1} of goal ${number}`}
              onClick={() => onSteps(goal.steps.filter((__, place) => place !== m))}
            >{t`Remove this step`}</Button>
          </div>
        </div>
      ))}
      <Row>
        <Button small onClick={() => onSteps([...goal.steps, newStep()])}>{t`Add a step`}</Button>
        <Button small look="quiet" onClick={onRemove}>{t`Remove this goal`}</Button>
      </Row>
    </fieldset>
  );
}
