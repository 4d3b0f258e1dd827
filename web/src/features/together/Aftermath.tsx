import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { Notice, Section, Stack } from '~/ui';
import type { View } from './documents';
import type { Outbox } from './outbox';
import { Said, type Typed } from './parts';
import { StartForm } from './StartForm';
import css from './together.module.css';

interface AftermathProps {
  view: View | undefined;
  outbox: Outbox;
  typed: Typed;
  onAgain: () => void;
}

/**
 * For the worker, when the view is left. Where everything arrived, straight back to the plan;
 * otherwise what did not, in her words, and why.
 */
export function Aftermath({ view, outbox, typed, onAgain }: AftermathProps) {
  const { t } = useLingui();
  const half = ['voice', 'goal', 'person', 'coping', 'not-now']
    .map((field) => typed.of(field))
    .filter((words) => words.trim() !== '' && words !== view?.words);
  const kept = outbox.kept.map(({ words }) => words).filter((words) => words !== '');
  const all = kept.length === 0 && half.length === 0;
  const back = view ? `/cases/${view.caseId}?tab=plan` : '/';
  useEffect(() => {
    if (all) window.location.replace(back);
  }, [all, back]);
  if (all) return null;
  return (
    <main className={css.main}>
      <h1 data-page-title tabIndex={-1}>
        <Trans>Before you go back</Trans>
      </h1>
      {kept.length > 0 ? (
        <Section title={t`Not recorded yet`}>
          <Stack>
            {outbox.cause ? <Notice tone="problem">{outbox.cause}</Notice> : null}
            {kept.map((words, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same
              <Said key={index}>{words}</Said>
            ))}
          </Stack>
        </Section>
      ) : null}
      {half.length > 0 ? (
        <Section title={t`Written, and not handed on`}>
          <Stack>
            {half.map((words) => (
              <Said key={words}>{words}</Said>
            ))}
          </Stack>
        </Section>
      ) : null}
      {view ? (
        <Section title={t`Go on together`}>
          <StartForm
            planId={view.planId}
            onStarted={() => {
              void outbox.run();
              onAgain();
            }}
          />
        </Section>
      ) : null}
      <p>
        <a href={back}>
          <Trans>Back to the plan; what is shown here goes</Trans>
        </a>
      </p>
    </main>
  );
}
