import { Trans, useLingui } from '@lingui/react/macro';
import { useWords } from '~/features/words';
import { Moment, Notice } from '~/ui';
import type { ImmediatePlan } from '../query';
import css from '../support.module.css';
import { immediateSection } from '../words';
import { isSilent } from './silent';

/** Whether the plan is lived by already, or what it waits for. */
export function Since({ plan }: { plan: ImmediatePlan }) {
  const { t } = useLingui();
  const { word } = useWords();
  const silent = plan.sections.filter(isSilent);
  if (plan.state === 'ACTIVE') {
    return (
      <p className="t-soft">
        {plan.recoveredAt ? (
          <Trans>
            Back since <Moment value={plan.recoveredAt} />. Each step is stamped when it is done.
          </Trans>
        ) : null}
      </p>
    );
  }
  if (silent.length === 0) {
    return (
      <Notice tone="good">
        {t`Every part says something. From the hour of recovery on, each becomes a step to be stamped.`}
      </Notice>
    );
  }
  return (
    <Notice
      tone={plan.recoveredAt ? 'care' : 'info'}
      title={
        plan.recoveredAt
          ? t`They are back. The plan waits for these parts`
          : t`These parts say nothing yet`
      }
    >
      {t`Write what is planned, or that it is not known yet.`}
      <ul className={css.lines}>
        {silent.map(({ section }) => (
          <li key={section}>{word(immediateSection, section)}</li>
        ))}
      </ul>
    </Notice>
  );
}
