import { useLingui } from '@lingui/react/macro';
import { agreement, goalState, stepState, useWords } from '~/features/words';
import type { StepState } from '~/gql/generated/enums';
import { FigureFrame, Link, Section, Stack } from '~/ui';
import css from './progress.module.css';
import type { RecordedPlan } from './query';
import { StepBar } from './StepBar';

/** In the order in which a step goes on. */
const order = Object.keys(stepState) as StepState[];

interface ProgressProps {
  caseId: string;
  plan: RecordedPlan;
}

/**
 * How the steps of each goal stand: in words, then as a small bar. What the young person thinks
 * stands apart from how the team sees the goal, and nothing is added up over the plan.
 */
export function Progress({ caseId, plan }: ProgressProps) {
  const { t, i18n } = useLingui();
  const { word } = useWords();
  const goals = plan.goals.filter(({ steps }) => steps.length > 0);
  const last = plan.versions.at(-1)?.number;
  const states = (steps: RecordedPlan['goals'][number]['steps']) =>
    order.flatMap((state) => steps.filter((step) => step.state === state).map(() => state));
  /** "Done: 2; To do: 1" */
  const said = (all: readonly StepState[]) =>
    order
      .map((state) => ({ state, of: all.filter((one) => one === state).length }))
      .filter(({ of }) => of > 0)
      .map(({ state, of }) => `${word(stepState, state)}: ${i18n.number(of)}`)
      .join('; ');
  const rows = goals.map((goal) => ({
    goal,
    states: states(goal.steps),
    text: goal.inYouthWords ? <q>{goal.text}</q> : goal.text,
    stands: word(goalState, goal.state),
    youth: word(agreement, goal.agreement),
  }));
  if (rows.length === 0) return null;
  const shown = order.filter((state) => rows.some((row) => row.states.includes(state)));
  return (
    <Section
      title={t`How the steps stand`}
      actions={
        last === undefined ? undefined : (
          <Link
            to="/cases/$caseId/plan-record"
            params={{ caseId }}
            search={{ view: 'compare', from: last }}
          >
            {t`What moved since version ${last}`}
          </Link>
        )
      }
    >
      <FigureFrame
        label={t`How the steps stand`}
        headings={[t`Goal`, t`It stands`, t`The young person`, t`Its steps`]}
        rows={rows.map((row) => ({
          key: row.goal.id,
          cells: [row.text, row.stands, row.youth, said(row.states)],
        }))}
        pictureNote={
          <span className={css.legend}>
            {shown.map((state) => (
              <span key={state} className={css.sample}>
                <StepBar states={[state]} /> {word(stepState, state)}
              </span>
            ))}
          </span>
        }
      >
        <Stack>
          {rows.map((row) => (
            <div key={row.goal.id} className={css.goal}>
              <span className={css.text}>{row.text}</span>
              <span className="t-soft">
                {row.stands} · {t`The young person: ${row.youth}`}
              </span>
              <span>{said(row.states)}</span>
              <StepBar states={row.states} says={`${row.goal.text}. ${said(row.states)}`} />
            </div>
          ))}
        </Stack>
      </FigureFrame>
    </Section>
  );
}
