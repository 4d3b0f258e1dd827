import type { SafetyPlanWriteInput, SafetySection } from '~/gql/generated/graphql';
import { linesOf } from '../own';
import type { SafetyPlan } from '../query';
import { type Keyed, keyed } from '../rows';
import { safetySection } from '../words';

export type SafePersonRow = Keyed<{ name: string; reach: string; chosenByYouth: boolean }>;

/** The safety plan as its form holds it: a section is text with a thing on each line. */
export interface SafetyValues extends Record<string, unknown> {
  version: number;
  sections: Record<SafetySection, string>;
  safePeople: SafePersonRow[];
}

export const sections = Object.keys(safetySection) as SafetySection[];

type Says = Pick<SafetyPlan, 'version' | 'sections' | 'safePeople'>;

export function valuesOf(plan: Says | null | undefined): SafetyValues {
  const lines = (section: SafetySection) =>
    plan?.sections.find((one) => one.section === section)?.lines ?? [];
  return {
    version: plan?.version ?? 0,
    sections: Object.fromEntries(
      sections.map((section) => [section, lines(section).join('\n')]),
    ) as SafetyValues['sections'],
    safePeople: (plan?.safePeople ?? []).map(({ name, reach, chosenByYouth }) =>
      keyed({ name, reach: reach ?? '', chosenByYouth }),
    ),
  };
}

/** What is sent of it. */
export function saysOf(
  values: SafetyValues,
): Pick<SafetyPlanWriteInput, 'sections' | 'safePeople'> {
  return {
    sections: sections.map((section) => ({ section, lines: linesOf(values.sections[section]) })),
    safePeople: values.safePeople.map(({ name, reach, chosenByYouth }) => ({
      name,
      reach: reach.trim() || null,
      chosenByYouth,
    })),
  };
}
