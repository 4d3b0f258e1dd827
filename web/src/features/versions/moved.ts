import type { StepState } from '~/gql/generated/enums';
import type { RecordedPlan } from './query';

type Goal = RecordedPlan['goals'][number];
type GoalThen = NonNullable<RecordedPlan['atLastReview']>['reading']['goals'][number];

/** A goal now, and beside it as it stood when the plan was last looked at together. */
export interface Beside {
  goal: Goal;
  /** Absent: it came since. */
  before: GoalThen | undefined;
  /** Steps that stand elsewhere now, in the order of the plan; `from` is absent for new ones. */
  moved: { id: string; text: string; from: StepState | undefined; to: StepState }[];
}

/** The goals that have steps, each beside what it was. Nothing is added up over them. */
export function besideThen(plan: RecordedPlan): Beside[] {
  const known = new Map(plan.atLastReview?.reading.goals.map((goal) => [goal.goal, goal]));
  return plan.goals
    .filter((goal) => goal.steps.length > 0)
    .map((goal) => {
      const before = known.get(goal.id);
      const stood = new Map(before?.steps.map((step) => [step.step, step.state]));
      return {
        goal,
        before,
        moved: goal.steps
          .map(({ id, text, state }) => ({ id, text, from: stood.get(id), to: state }))
          .filter(({ from, to }) => from !== to),
      };
    });
}
