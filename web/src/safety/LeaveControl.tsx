import { Trans, useLingui } from '@lingui/react/macro';
import { IconDoorExit } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { leave } from './leave';
import css from './safety.module.css';
import { watchTripleShift } from './tripleShift';

/** "Leave", always in the same place, on every page, signed in or not. */
export function LeaveButton() {
  const { t } = useLingui();
  return (
    <button
      type="button"
      className={css.leave}
      onClick={leave}
      title={t`Leaves this site at once and signs you out. Shift three times does the same.`}
    >
      <IconDoorExit size={18} aria-hidden />
      <Trans>Leave</Trans>
    </button>
  );
}

/** Shift three times: the dots fill as it is pressed. */
export function TripleShift() {
  const { t } = useLingui();
  const [count, setCount] = useState(0);
  useEffect(() => watchTripleShift(setCount, leave), []);
  const left = 3 - count;
  return (
    <div role="status" className={css.dots} data-on={count > 0}>
      {count > 0 ? (
        <>
          {[1, 2, 3].map((dot) => (
            <span key={dot} className={css.dot} data-full={dot <= count} aria-hidden />
          ))}
          <span>{left === 1 ? t`Shift once more to leave` : t`Shift twice more to leave`}</span>
        </>
      ) : null}
    </div>
  );
}
