import { useLingui } from '@lingui/react/macro';
import { useWords } from '~/features/words';
import { Notice } from '~/ui';
import type { SafetyPlan } from '../query';
import css from '../support.module.css';
import { safetySection } from '../words';

/** What still has to be there before the plan is settled with the young person (rule 68). */
export function SafetyMissing({ plan }: { plan: SafetyPlan }) {
  const { t } = useLingui();
  const { word } = useWords();
  const missing = [
    ...plan.missing.map((section) => word(safetySection, section)),
    ...(plan.needsChosenPerson ? [t`Somebody safe whom the young person chose`] : []),
  ];
  return missing.length > 0 ? (
    <Notice title={t`Still to be written before it is settled`}>
      <ul className={css.lines}>
        {missing.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </Notice>
  ) : (
    <Notice title={t`All of it is written`}>
      {t`Go through it with the young person once more; then it is settled. A later change opens it again.`}
    </Notice>
  );
}
