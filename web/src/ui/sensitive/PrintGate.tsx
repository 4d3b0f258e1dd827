import { Trans } from '@lingui/react/macro';
import css from './sensitive.module.css';

/** All that a careless Ctrl+P puts on paper. */
export function PrintGate() {
  return (
    <div className={`t-only-print ${css.gate}`}>
      <Trans>
        This page is not made for printing. Use “Prepare a print-out” on the plan of the case.
      </Trans>
    </div>
  );
}
