import { useLingui } from '@lingui/react/macro';
import { Check, Select, TextArea, TextField } from '~/ui';
import { Question } from './Question';

interface HowExplainedProps {
  team: readonly { id: string; name: string }[];
  /** Whether treatment for substance use is among what may be told (rule 24). */
  part2: boolean;
}

/** How it was explained, in which language, by whom, and what was said (rule 20). */
export function HowExplained({ team, part2 }: HowExplainedProps) {
  const { t } = useLingui();
  return (
    <Question title={t`How was it explained?`}>
      <TextArea
        name="explainedHow"
        label={t`How`}
        hint={t`For example: read together, line by line, with time for questions.`}
        rows={3}
        required
      />
      <TextField name="explainedLanguage" label={t`In which language`} maxLength={200} required />
      <Select
        name="explainedBy"
        label={t`By whom`}
        hint={t`You, when nobody is chosen.`}
        choices={team.map(({ id, name }) => ({ value: id, label: name }))}
        clearable
      />
      <Check name="consequencesExplained" label={t`I explained what can come of it`} required />
      <Check
        name="servicesDoNotDepend"
        label={t`I said that no help depends on it`}
        hint={t`Whoever says no gets the same help.`}
        required
      />
      {part2 ? (
        <Check
          name="redisclosureNotice"
          label={t`I explained that they may not pass it on`}
          hint={t`The law protects treatment for substance use in its own way: a notice goes with it.`}
          required
        />
      ) : null}
    </Question>
  );
}
