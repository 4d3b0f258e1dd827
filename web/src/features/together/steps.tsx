import { Trans, useLingui } from '@lingui/react/macro';
import type { View } from './documents';
import { Big, Said, Step, type Typed, Words } from './parts';
import css from './together.module.css';
import type { Sends } from './useSend';

/** What each step is given. */
export interface StepProps {
  view: View;
  sends: Sends;
  typed: Typed;
  next: () => void;
}

/** What this is, and that she need not (rule 74). */
export function Welcome({ view, sends, next, stop }: StepProps & { stop: () => void }) {
  const { t } = useLingui();
  return (
    <Step title={view.name ? t`Hi ${view.name}` : t`Hi`}>
      <p>
        <Trans>This is your plan. You say what goes in it, in your own words.</Trans>
      </p>
      <p>
        <Trans>
          You do not have to do this. You can say “not now”, leave things out, or stop whenever you
          like. You lose nothing by it.
        </Trans>
      </p>
      <div className={css.choices}>
        <Big
          look="main"
          onClick={() => {
            sends.right();
            next();
          }}
        >
          <Trans>Okay, let’s look</Trans>
        </Big>
        <Big onClick={stop}>
          <Trans>Not now</Trans>
        </Big>
      </div>
    </Step>
  );
}

/** What she wants, in her words. */
export function Voice({ view, sends, typed, next }: StepProps) {
  const { t } = useLingui();
  const words = typed.of('voice', view.words ?? '');
  const changed = words !== (view.words ?? '') && words.trim() !== '';
  return (
    <Step
      title={t`What do you want?`}
      hint={t`Write it the way you would say it. Any language. Nobody corrects it.`}
    >
      <Words label={t`Your words`} value={words} onChange={typed.set('voice')} rows={6} />
      <div className={css.choices}>
        <Big
          look="main"
          onClick={() => {
            if (changed) sends.voice(words);
            next();
          }}
        >
          {changed ? <Trans>Keep my words</Trans> : <Trans>Go on</Trans>}
        </Big>
      </div>
    </Step>
  );
}

/** Who feels safe to her. */
export function People({ view, sends, typed, next }: StepProps) {
  const { t } = useLingui();
  const name = typed.of('person');
  return (
    <Step
      title={t`Who feels safe to you?`}
      hint={t`Choose anybody you like. You can change it any time.`}
    >
      <div className={css.choices}>
        {view.safePeople.map((person) => (
          <Big
            key={person.name}
            chosen={person.chosenByYouth}
            onClick={() => sends.person(person.name, !person.chosenByYouth)}
          >
            <span translate="no">{person.name}</span>
          </Big>
        ))}
      </div>
      <Words label={t`Somebody else`} value={name} onChange={typed.set('person')} rows={1} />
      {name.trim() ? (
        <>
          <Words
            label={t`How to reach them, if you want`}
            value={typed.of('reach')}
            onChange={typed.set('reach')}
            rows={1}
          />
          <Big
            onClick={() => {
              sends.person(name, true, typed.of('reach').trim() ? typed.of('reach') : undefined);
              typed.clear('person');
              typed.clear('reach');
            }}
          >
            <Trans>Keep this person</Trans>
          </Big>
        </>
      ) : null}
      <div className={css.choices}>
        <Big look="main" onClick={next}>
          <Trans>Go on</Trans>
        </Big>
      </div>
    </Step>
  );
}

/** What helps her when it gets hard. */
export function Coping({ view, sends, typed, next }: StepProps) {
  const { t } = useLingui();
  const lines = view.safety.find(({ section }) => section === 'COPING_STRATEGIES')?.lines ?? [];
  const known = view.calming.map(({ text }) => text);
  const all = [...new Set([...lines, ...known])];
  const text = typed.of('coping');
  return (
    <Step title={t`What helps when it gets hard?`} hint={t`Choose what helps you. Add your own.`}>
      <div className={css.choices}>
        {all.map((line) => (
          <Big
            key={line}
            chosen={lines.includes(line)}
            onClick={() => sends.coping(line, !lines.includes(line))}
          >
            <span translate="no">{line}</span>
          </Big>
        ))}
      </div>
      <Words
        label={t`Something else that helps`}
        value={text}
        onChange={typed.set('coping')}
        rows={1}
      />
      {text.trim() ? (
        <Big
          onClick={() => {
            sends.coping(text, true);
            typed.clear('coping');
          }}
        >
          <Trans>Keep this</Trans>
        </Big>
      ) : null}
      <div className={css.choices}>
        <Big look="main" onClick={next}>
          <Trans>Go on</Trans>
        </Big>
      </div>
    </Step>
  );
}

/** What she wants to say to "not now", if anything. */
export function NotNow({ sends, typed, next }: StepProps) {
  const { t } = useLingui();
  return (
    <Step
      title={t`That is okay`}
      hint={t`We can look at it another time, or not. If you want, say something about it.`}
    >
      <Words
        label={t`Only if you want`}
        value={typed.of('not-now')}
        onChange={typed.set('not-now')}
        rows={3}
      />
      <div className={css.choices}>
        <Big
          look="main"
          onClick={() => {
            sends.notNow(typed.of('not-now').trim() ? typed.of('not-now') : '');
            typed.clear('not-now');
            next();
          }}
        >
          <Trans>Not now</Trans>
        </Big>
      </div>
    </Step>
  );
}

/** What is there now, to be read once more; and the way back to the worker. */
export function Done({ view, again }: { view: View; again: () => void }) {
  const { t } = useLingui();
  const goals = view.goals.filter(({ state }) => state !== 'SET_ASIDE');
  return (
    <Step title={t`Thank you`} hint={t`This is what you said. You can give the tablet back now.`}>
      {view.words ? <Said>{view.words}</Said> : null}
      {goals.map((goal) => (
        <Said key={goal.id}>{goal.text}</Said>
      ))}
      <div className={css.choices}>
        <Big onClick={again}>
          <Trans>Look at it again</Trans>
        </Big>
      </div>
    </Step>
  );
}
