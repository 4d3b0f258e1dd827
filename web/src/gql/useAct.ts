import { useCallback, useRef, useState } from 'react';
import type { Outcome } from '~/ui';

/**
 * A change that one press makes, without a form: one at a time, and what came in its way is kept
 * to be shown beside it.
 */
export function useAct() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const inFlight = useRef(false);
  const run = useCallback(
    async <Value>(go: () => Promise<Outcome<Value>>, done?: (value: Value) => void) => {
      if (inFlight.current) return;
      inFlight.current = true;
      setBusy(true);
      setProblem(undefined);
      const outcome = await go();
      inFlight.current = false;
      setBusy(false);
      if (outcome.kind === 'done') done?.(outcome.value);
      else setProblem(said(outcome));
    },
    [],
  );
  return { busy, problem, dismiss: () => setProblem(undefined), run };
}

/** The most exact words there are for what came in the way. */
function said(outcome: Exclude<Outcome<unknown>, { kind: 'done' }>): string {
  if (outcome.kind === 'problems' && outcome.fields.length > 0) {
    return outcome.fields.map(({ message }) => message).join(' ');
  }
  return outcome.message;
}
