import { Trans, useLingui } from '@lingui/react/macro';
import { Moment, Notice } from '~/ui';
import type { ImmediatePlan } from '../query';
import css from '../support.module.css';

/** That time counts for some medical options: to a clinician, without advice (rule 75). */
export function Reminders({ plan }: { plan: ImmediatePlan }) {
  const { t } = useLingui();
  if (plan.reminders.length === 0) return null;
  return (
    <Notice title={t`Some medical options are time-limited`}>
      {t`A clinician can explain them; the young person decides.`}
      <ul className={css.lines}>
        {plan.reminders.map(({ hours, until }) => (
          <li key={hours}>
            <Trans>
              {hours} hours after they were back: <Moment value={until} />
            </Trans>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
