import { dayAfter, daysOf } from '~/days';
import type { Agreement, GoalOwner } from '~/gql/generated/graphql';
import type { TakingCase, TemplateGoal } from './query';

/** A step on its way into a plan. `who` is a colleague's id, or one of `others`. */
export interface TakenStep {
  text: string;
  who: string | null;
  dueOn: string | null;
}
/** A goal on its way into a plan. */
export interface TakenGoal {
  number: number;
  text: string;
  inYouthWords: boolean;
  owner: GoalOwner;
  agreement: Agreement;
  steps: TakenStep[];
}

/** Those who do a step and are no colleagues; a name can be written in the plan later. */
export const others = ['YOUTH', 'CAREGIVER'] as const;
export type Other = (typeof others)[number];
export const isOther = (who: string | null): who is Other => who === 'YOUTH' || who === 'CAREGIVER';

/** Who would do a step: of the case's team where there is one, or else oneself. */
function whoOf(by: TemplateGoal['steps'][number]['by'], team: TakingCase['team'], me: string) {
  const of = (role: TakingCase['team'][number]['role']) =>
    team.find((one) => one.role === role)?.user?.id ?? me;
  switch (by) {
    case 'YOUTH':
    case 'CAREGIVER':
      return by;
    case 'SPECIALIST':
      return of('RESOURCE_SPECIALIST');
    case 'ADVOCATE':
      return of('FAMILY_ADVOCATE');
    case 'SUPERVISOR':
      return of('SUPERVISOR');
    default:
      return me;
  }
}

/** The chosen goals as they are offered, with people and days. */
export function offeredGoals(
  goals: readonly TemplateGoal[],
  chosen: readonly number[],
  team: TakingCase['team'],
  me: string,
  now: Date,
): TakenGoal[] {
  const { today } = daysOf(now.toISOString());
  return goals
    .filter(({ number }) => chosen.includes(number))
    .map((goal) => ({
      number: goal.number,
      text: goal.text,
      inYouthWords: false,
      owner: goal.owner,
      agreement: 'NOT_ASKED_YET',
      steps: goal.steps.map((step) => ({
        text: step.text,
        who: whoOf(step.by, team, me),
        dueOn: dayAfter(today, step.days),
      })),
    }));
}
