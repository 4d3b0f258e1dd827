import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { View } from './documents';
import { GoalStep, NewGoal } from './goals';
import type { Typed } from './parts';
import { SafetyStep, written } from './SafetyStep';
import { Coping, Done, NotNow, People, Voice, Welcome } from './steps';
import css from './together.module.css';
import type { Sends } from './useSend';

interface CourseProps {
  view: View;
  sends: Sends;
  typed: Typed;
}

/** The steps in their order, one on the screen at a time; back is always there. */
export function Course({ view, sends, typed }: CourseProps) {
  const [at, setAt] = useState('welcome');
  const goals = view.goals.map((goal) => `goal:${goal.id}`);
  const safety = written(view).length > 0 ? ['safety'] : [];
  const order = ['welcome', 'voice', ...goals, 'new-goal', 'people', 'coping', ...safety, 'done'];
  const place = order.indexOf(at);
  const go = (by: number) => setAt(order[Math.max(0, place + by)] ?? 'done');
  const props = { view, sends, typed, next: () => go(1) };

  const main = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step is the trigger
  useEffect(() => {
    window.scrollTo(0, 0);
    main.current?.querySelector<HTMLElement>('[data-page-title]')?.focus({ preventScroll: true });
  }, [at]);

  const goal = view.goals.find(({ id }) => at === `goal:${id}`);
  const steps: Record<string, () => ReactNode> = {
    welcome: () => <Welcome {...props} stop={() => setAt('not-now')} />,
    voice: () => <Voice {...props} />,
    'new-goal': () => <NewGoal {...props} />,
    people: () => <People {...props} />,
    coping: () => <Coping {...props} />,
    safety: () => <SafetyStep {...props} />,
    'not-now': () => <NotNow {...props} next={() => setAt('done')} />,
  };
  const step = steps[at];
  return (
    <>
      <main className={css.main} ref={main}>
        {goal ? (
          <GoalStep key={goal.id} goal={goal} {...props} />
        ) : step ? (
          step()
        ) : (
          <Done view={view} again={() => setAt('welcome')} />
        )}
      </main>
      {at === 'welcome' || at === 'done' ? null : (
        <div className={css.foot}>
          <button
            type="button"
            className={css.quiet}
            onClick={() => (at === 'not-now' ? setAt('welcome') : go(-1))}
          >
            <Trans>Back</Trans>
          </button>
          {at === 'not-now' ? null : (
            <button type="button" className={css.quiet} onClick={() => setAt('not-now')}>
              <Trans>Not now</Trans>
            </button>
          )}
        </div>
      )}
    </>
  );
}
