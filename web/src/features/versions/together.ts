import type { PlanComparisonPartsFragment } from '~/gql/generated/graphql';

export type Difference = PlanComparisonPartsFragment['differences'][number];

export interface Together {
  key: string;
  part: Difference['part'];
  kind: Difference['kind'];
  label: string;
  differences: Difference[];
}

/**
 * Differences of one thing put under one heading, in the order in which they came: the changed
 * fields of a goal, all of the safety plan that came, all of it that went.
 */
export function together(differences: readonly Difference[]): Together[] {
  const groups: Together[] = [];
  for (const difference of differences) {
    const { part, kind, label } = difference;
    const last = groups.at(-1);
    const paper = part === 'SUPPORT_PROFILE' || part === 'SAFETY_PLAN';
    const same = last?.part === part && last.kind === kind;
    if (last && same && (paper || (kind === 'CHANGED' && last.label === label))) {
      last.differences.push(difference);
    } else {
      groups.push({
        key: `${groups.length}`,
        part,
        kind,
        label: paper ? '' : label,
        differences: [difference],
      });
    }
  }
  return groups;
}
