import { useLingui } from '@lingui/react/macro';
import { goalOwner, planDomain, useWords } from '~/features/words';
import { List, Stack } from '~/ui';
import type { TemplateBody } from './template';
import css from './templates.module.css';
import { stepBy } from './words';

/** A template as those see it who write plans. */
export function TemplatePreview({ body }: { body: TemplateBody }) {
  const { t } = useLingui();
  const { word } = useWords();
  return (
    <Stack>
      {body.about ? <p className="t-soft">{body.about}</p> : null}
      <List items={body.goals} itemKey={(goal) => goal.number} label={t`Goals to choose from`}>
        {(goal) => (
          <div className={css.words}>
            <span className={css.title}>
              {goal.number}. {goal.text}
            </span>
            <span className="t-soft">
              {word(goalOwner, goal.owner)} · {word(planDomain, goal.domain)}
            </span>
            <ul className={css.steps}>
              {goal.steps.map((step) => (
                <li key={step.text}>
                  {step.text}{' '}
                  <span className="t-soft">
                    {word(stepBy, step.by)} · {t`day ${step.days}`}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </List>
    </Stack>
  );
}
