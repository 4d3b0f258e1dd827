import { useLingui } from '@lingui/react/macro';
import { useWords } from '~/features/words';
import { useViewer } from '~/gql';
import { EmptyState, KeyHint, Link, Stack } from '~/ui';
import { Numbered } from './Numbered';
import type { Offered } from './query';
import css from './templates.module.css';
import { useTemplateWords } from './useTemplateWords';
import { situation } from './words';

interface PickTemplateProps {
  templates: readonly Offered[];
  onPick: (template: Offered) => void;
}

/** Which situation it is: nine of them have a number key. */
export function PickTemplate({ templates, onPick }: PickTemplateProps) {
  const { t } = useLingui();
  const { word } = useWords();
  const words = useTemplateWords();
  const writes = useViewer().can.includes('PLAN_TEMPLATE_WRITE');
  if (templates.length === 0) {
    return (
      <EmptyState
        title={t`No template is offered yet`}
        actions={writes ? <Link to="/admin/templates">{t`Write a template`}</Link> : undefined}
      >
        {t`A plan needs none. Begin with what the young person wants.`}
      </EmptyState>
    );
  }
  const pick = (number: number) => {
    const found = templates[number - 1];
    if (found) onPick(found);
  };
  return (
    <Stack>
      <p className="t-soft">
        {t`A template is an offer. Every goal can be changed, and none has to be taken.`}
      </p>
      <Numbered label={t`Templates`} onNumber={pick}>
        {templates.map((template, at) => (
          <button
            key={template.id}
            type="button"
            className={css.choice}
            onClick={() => onPick(template)}
          >
            {at < 9 ? <KeyHint keys={[String(at + 1)]} /> : null}
            <span className={css.words}>
              <span className={css.title}>{template.title}</span>
              <span className="t-soft">
                {[word(situation, template.situation), words.language(template.language)]
                  .filter(Boolean)
                  .join(' · ')}
                <br />
                {words.review(template.current?.reviews ?? [])}
              </span>
            </span>
          </button>
        ))}
      </Numbered>
      {writes ? <Link to="/admin/templates">{t`Write and change templates`}</Link> : null}
    </Stack>
  );
}
