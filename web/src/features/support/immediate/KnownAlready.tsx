import { useLingui } from '@lingui/react/macro';
import type { ImmediateSection } from '~/gql/generated/graphql';
import { Fold } from '~/ui';
import { Line } from '../Line';
import type { SupportedCase } from '../query';
import css from '../support.module.css';

/** What the case says already about this part, so that nobody asks the young person again. */
export function KnownAlready({ of, section }: { of: SupportedCase; section: ImmediateSection }) {
  const { t } = useLingui();
  const lines = linesFor(of, section);
  if (lines.length === 0) return null;
  return (
    <Fold title={t`Written already in what helps`} open>
      <ul className={css.lines}>
        {lines.map((line) => (
          <li key={line}>
            <Line>{line}</Line>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

function linesFor(of: SupportedCase, section: ImmediateSection): string[] {
  const { supportProfile: profile, safetyPlan } = of;
  const texts = (list: readonly { text: string }[] = []) => list.map(({ text }) => text);
  const all: Partial<Record<ImmediateSection, string[]>> = {
    CALMING_AND_TRIGGERS: [...texts(profile?.calming), ...texts(profile?.triggers)],
    WHAT_NOT_TO_SAY_OR_DO: [
      ...texts(profile?.triggers),
      ...(profile?.doNotAsk ?? []).map(({ topic }) => topic),
    ],
    WELCOME_ITEMS: profile?.welcomeItems ?? [],
    SAFETY_PLAN:
      safetyPlan?.sections.flatMap(({ section: of, lines }) =>
        of === 'COPING_STRATEGIES' || of === 'WHAT_ADULTS_DO' ? lines : [],
      ) ?? [],
  };
  return [...new Set(all[section] ?? [])];
}
