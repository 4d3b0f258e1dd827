import { useLingui } from '@lingui/react/macro';
import { useWords } from '~/features/words';
import { Section } from '~/ui';
import type { RecordedPlan } from './query';
import css from './versions.module.css';
import { planPrompt } from './words';

/** What the plan asks for next (rules 66, 68, 72, 74): quiet, and nothing waits for it. */
export function Prompts({ prompts }: { prompts: RecordedPlan['prompts'] }) {
  const { t } = useLingui();
  const { word } = useWords();
  if (prompts.length === 0) return null;
  return (
    <Section title={t`What the plan asks for next`}>
      <ul className={css.prompts}>
        {prompts.map((prompt) => (
          <li key={prompt}>{word(planPrompt, prompt)}</li>
        ))}
      </ul>
    </Section>
  );
}
