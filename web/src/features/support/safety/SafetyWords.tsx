import { useLingui } from '@lingui/react/macro';
import { useWords } from '~/features/words';
import { Hideable } from '~/ui';
import { Line } from '../Line';
import type { SafetyPlan } from '../query';
import { safetySection } from '../words';

/** What a safety plan says, in its order, with the people after what helps. Empty sections are left out. */
export function SafetyWords({ plan, lines }: { plan: SafetyPlan; lines: string | undefined }) {
  const { t } = useLingui();
  const { word } = useWords();
  const people = (
    <div key="people">
      <h3>{t`People I can turn to`}</h3>
      <ul className={lines}>
        {plan.safePeople.map(({ name, reach, chosenByYouth }) => (
          <li key={`${name} ${reach}`}>
            <Hideable>{name}</Hideable>
            {reach ? (
              <>
                : <Hideable>{reach}</Hideable>
              </>
            ) : null}
            {chosenByYouth ? <span className="t-soft"> ({t`chosen by me`})</span> : null}
          </li>
        ))}
      </ul>
    </div>
  );
  return plan.sections.flatMap(({ section, lines: said }) => [
    ...(said.length > 0
      ? [
          <div key={section}>
            <h3>{word(safetySection, section)}</h3>
            <ul className={lines}>
              {said.map((line, n) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines have no id and are read only
                <li key={n}>
                  <Line>{line}</Line>
                </li>
              ))}
            </ul>
          </div>,
        ]
      : []),
    ...(section === 'COPING_STRATEGIES' && plan.safePeople.length > 0 ? [people] : []),
  ]);
}
