import { useLingui } from '@lingui/react/macro';
import { agreement, goalOwner, useWords } from '~/features/words';
import { Check, ChipChoice, type Choice, DateField, Select, TextArea } from '~/ui';
import css from './templates.module.css';

interface TakenGoalFieldsProps {
  /** Where in the form it is: `goals.0`. */
  at: string;
  number: number;
  steps: number;
  people: readonly Choice[];
}

/** A goal on its way into the plan, with its steps. */
export function TakenGoalFields({ at, number, steps, people }: TakenGoalFieldsProps) {
  const { t } = useLingui();
  const { choices } = useWords();
  return (
    <fieldset className={css.goal}>
      <legend>{t`Goal ${number}`}</legend>
      <TextArea name={`${at}.text`} label={t`The goal, in words that fit`} rows={2} required />
      <Check
        name={`${at}.inYouthWords`}
        label={t`These are the young person's own words`}
        hint={t`A template's words are nobody's own: write down what was said.`}
      />
      <Select name={`${at}.owner`} label={t`Whose goal is it?`} choices={choices(goalOwner)} />
      <ChipChoice
        name={`${at}.agreement`}
        label={t`What does the young person say to it?`}
        choices={choices(agreement)}
      />
      {Array.from({ length: steps }, (_, m) => `${at}.steps.${m}`).map((step, m) => (
        <div key={step} className={css.step}>
          <TextArea name={`${step}.text`} label={t`Step ${m + 1}`} rows={1} required />
          <Select name={`${step}.who`} label={t`Who does it?`} choices={people} required />
          <DateField name={`${step}.dueOn`} label={t`By when?`} required />
        </div>
      ))}
    </fieldset>
  );
}
