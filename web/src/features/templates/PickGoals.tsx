import { useLingui } from '@lingui/react/macro';
import { goalOwner, planDomain, useWords } from '~/features/words';
import { Button, KeyHint, Row, Stack } from '~/ui';
import { Numbered } from './Numbered';
import type { TemplateVersion } from './query';
import css from './templates.module.css';

interface PickGoalsProps {
  version: TemplateVersion;
  chosen: readonly number[];
  onChoose: (numbers: number[]) => void;
  onNext: () => void;
  onBack: () => void;
}

/** Goals by number keys; pressed again, one is let go. */
export function PickGoals({ version, chosen, onChoose, onNext, onBack }: PickGoalsProps) {
  const { t } = useLingui();
  const { word } = useWords();
  const { goals, about } = version.body;
  const toggle = (number: number) => {
    if (!goals.some((goal) => goal.number === number)) return;
    onChoose(
      chosen.includes(number) ? chosen.filter((one) => one !== number) : [...chosen, number],
    );
  };
  const next = () => {
    if (chosen.length > 0) onNext();
  };
  return (
    <Stack>
      {about ? <p className="t-soft">{about}</p> : null}
      <Numbered label={t`Goals to choose from`} onNumber={toggle} onEnter={next}>
        {goals.map((goal) => (
          <button
            key={goal.number}
            type="button"
            className={css.choice}
            aria-pressed={chosen.includes(goal.number)}
            onClick={() => toggle(goal.number)}
          >
            {goal.number < 10 ? <KeyHint keys={[String(goal.number)]} /> : null}
            <span className={css.words}>
              <span className={css.title}>{goal.text}</span>
              <span className="t-soft">
                {word(goalOwner, goal.owner)} · {word(planDomain, goal.domain)}
              </span>
              {goal.steps.map((step) => (
                <span key={step.text} className={css.line}>
                  {step.text}
                </span>
              ))}
            </span>
            <span aria-hidden className={css.mark}>
              {chosen.includes(goal.number) ? '✓' : ''}
            </span>
          </button>
        ))}
      </Numbered>
      <Row>
        <Button
          look="main"
          disabled={chosen.length === 0}
          onClick={next}
        >{t`Who, and by when`}</Button>
        <Button look="quiet" onClick={onBack}>{t`Another template`}</Button>
      </Row>
    </Stack>
  );
}
