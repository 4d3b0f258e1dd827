import { Trans, useLingui } from '@lingui/react/macro';
import type { SafetySection } from '~/gql/generated/enums';
import type { View } from './documents';
import { Big, Said, Step } from './parts';
import css from './together.module.css';

/** The sections of her safety plan that something is written in; what helps has a step of its own. */
export const written = (view: View) =>
  view.safety.filter(({ section, lines }) => section !== 'COPING_STRATEGIES' && lines.length > 0);

/** Her safety plan in plain words (rule 68). */
export function SafetyStep({ view, next }: { view: View; next: () => void }) {
  const { t } = useLingui();
  const titles: Record<SafetySection, string> = {
    WARNING_SIGNS: t`How I notice that it gets hard`,
    COPING_STRATEGIES: t`What helps`,
    SAFE_PLACES: t`Places where I am safe`,
    WHAT_ADULTS_DO: t`What I want adults to do`,
    IF_LEAVING: t`If I want to leave`,
    IF_CONTACTED: t`If somebody writes or calls who should not`,
    TECH_SAFETY: t`Phone and internet`,
    EMERGENCY_CONTACTS: t`Whom I can call`,
  };
  return (
    <Step title={t`Your safety plan`} hint={t`Tell your worker what should be different.`}>
      {written(view).map(({ section, lines }) => (
        <section key={section} className={css.choices}>
          <h2>{titles[section]}</h2>
          {[...new Set(lines)].map((line) => (
            <Said key={line}>{line}</Said>
          ))}
        </section>
      ))}
      <div className={css.choices}>
        <Big look="main" onClick={next}>
          <Trans>Go on</Trans>
        </Big>
      </div>
    </Step>
  );
}
