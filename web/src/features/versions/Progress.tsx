import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { agreement, goalState, stepState, useWords } from '~/features/words';
import type { StepState } from '~/gql/generated/enums';
import { FigureFrame, Link, Section, Stack } from '~/ui';
import { type Beside, besideThen } from './moved';
import css from './progress.module.css';
import type { RecordedPlan } from './query';
import { StepBar } from './StepBar';

/** In the order in which a step goes on. */
const order = Object.keys(stepState) as StepState[];
const sorted = (steps: readonly { state: StepState }[]) =>
  order.flatMap((state) => steps.filter((step) => step.state === state).map(() => state));

interface ProgressProps {
  caseId: string;
  plan: RecordedPlan;
}

/**
 * What moved since the plan was last looked at together, goal by goal, the young person's own
 * first: in words, then as two small bars. What the young person thinks stands apart from how the
 * team sees the goal, and nothing is added up over the plan.
 */
export function Progress({ caseId, plan }: ProgressProps) {
  const { t, i18n } = useLingui();
  const { word } = useWords();
  const rows = besideThen(plan);
  if (rows.length === 0) return null;
  const version = plan.versions.at(-1)?.number;
  const last = plan.atLastReview;
  const day = last ? i18n.date(new Date(last.at), { dateStyle: 'medium' }) : '';
  /** "Done: 2; To do: 1" */
  const said = (all: readonly StepState[]) =>
    order
      .map((state) => ({ state, of: all.filter((one) => one === state).length }))
      .filter(({ of }) => of > 0)
      .map(({ state, of }) => `${word(stepState, state)}: ${i18n.number(of)}`)
      .join('; ');
  /** What is said of a goal or a step now, and what was before where that was something else. */
  const change = (now: string, then: string | undefined) =>
    then === undefined || then === now ? now : t`${now} (before: ${then})`;
  const text = ({ goal }: Beside): ReactNode =>
    goal.inYouthWords ? <q>{goal.text}</q> : goal.text;
  const youth = ({ goal, before }: Beside) =>
    change(word(agreement, goal.agreement), before && word(agreement, before.agreement));
  const team = ({ goal, before }: Beside) =>
    change(word(goalState, goal.state), before && word(goalState, before.state));
  const moved = ({ moved }: Beside) =>
    moved.map(({ id, text, from, to }) => ({
      id,
      words:
        from === undefined
          ? t`${text}: new, ${word(stepState, to)}`
          : t`${text}: ${word(stepState, from)}, now ${word(stepState, to)}`,
    }));
  const nothing = (row: Beside) => (row.before ? t`nothing yet` : t`the goal is new`);
  const states = rows.map((row) => ({
    row,
    now: sorted(row.goal.steps),
    old: row.before ? sorted(row.before.steps) : undefined,
  }));
  const shown = order.filter((state) =>
    states.some(({ now, old }) => now.includes(state) || old?.includes(state)),
  );
  const label = last?.review
    ? t`What moved since the last review`
    : last
      ? t`What moved since the plan became active`
      : t`How the steps stand`;
  const since = last?.review ? t`At the review, ${day}` : t`When the plan became active, ${day}`;
  return (
    <Section
      title={label}
      actions={
        version === undefined ? undefined : (
          <Link
            to="/cases/$caseId/plan-record"
            params={{ caseId }}
            search={{ view: 'compare', from: version }}
          >
            {t`What moved since version ${version}`}
          </Link>
        )
      }
    >
      <FigureFrame
        label={label}
        headings={[
          t`Goal`,
          t`The young person`,
          t`The team`,
          ...(last ? [since] : []),
          t`Now`,
          ...(last ? [t`Moved`] : []),
        ]}
        rows={states.map(({ row, now, old }) => ({
          key: row.goal.id,
          cells: [
            text(row),
            youth(row),
            team(row),
            ...(last ? [old ? said(old) : t`the goal is new`] : []),
            said(now),
            ...(last
              ? [
                  moved(row)
                    .map(({ words }) => words)
                    .join('; ') || nothing(row),
                ]
              : []),
          ],
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
          {states.map(({ row, now, old }) => (
            <div key={row.goal.id} className={css.goal}>
              <span className={css.text}>{text(row)}</span>
              <span>{t`The young person: ${youth(row)}`}</span>
              <span className="t-soft">{t`The team: ${team(row)}`}</span>
              {last ? (
                <Bar
                  when={since}
                  said={old ? said(old) : t`the goal is new`}
                  states={old ?? []}
                  of={row.goal.text}
                />
              ) : null}
              <Bar when={t`Now`} said={said(now)} states={now} of={row.goal.text} />
              {last ? (
                row.moved.length > 0 ? (
                  <ul className={css.moved} aria-label={t`Moved`}>
                    {moved(row).map(({ id, words }) => (
                      <li key={id}>{words}</li>
                    ))}
                  </ul>
                ) : (
                  <span className="t-soft">{t`Moved: ${nothing(row)}`}</span>
                )
              ) : null}
            </div>
          ))}
        </Stack>
      </FigureFrame>
    </Section>
  );
}

interface BarProps {
  when: string;
  said: string;
  states: readonly StepState[];
  /** The goal, for those who hear the bar. */
  of: string;
}

/** How the steps of a goal stood at one time: named, as a bar, in words. */
function Bar({ when, said, states, of }: BarProps) {
  return (
    <span className={css.bars}>
      <span className={css.when}>{when}</span>
      {states.length > 0 ? <StepBar states={states} says={`${of}. ${when}. ${said}`} /> : null}
      <span>{said}</span>
    </span>
  );
}
