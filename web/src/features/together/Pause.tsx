import { Trans } from '@lingui/react/macro';
import css from './together.module.css';

/** All that she is ever told of what comes in the way. What she wrote stays. */
export function Pause() {
  return (
    <main className={css.pause}>
      <h1 data-page-title tabIndex={-1}>
        <Trans>Let’s pause, your worker will look</Trans>
      </h1>
      <p>
        <Trans>What you wrote is kept.</Trans>
      </p>
    </main>
  );
}
