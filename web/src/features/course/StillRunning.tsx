import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Day, List, Moment, Notice } from '~/ui';
import type { Course } from './query';

interface Running {
  key: string;
  what: ReactNode;
}

/** What would go on without anybody who looks at it. What was observed, or was not, is not in it. */
export function useRunning(of: Course): Running[] {
  const { t } = useLingui();
  const clocks = of.runningClocks;
  const first = clocks[0];
  const referrals = of.openReferrals ?? 0;
  const running: Running[] = [];
  if (first) {
    running.push({
      key: 'clocks',
      what: (
        <>
          {t`${plural(clocks.length, { one: '# clock', other: '# clocks' })}, the first due`}{' '}
          <Moment value={first.dueAt} />
        </>
      ),
    });
  }
  if (referrals > 0) {
    running.push({
      key: 'referrals',
      what: t`${plural(referrals, { one: '# referral', other: '# referrals' })} without an outcome yet`,
    });
  }
  if (of.nextReviewOn) {
    running.push({
      key: 'review',
      what: (
        <>
          {t`a review of the plan on`} <Day value={of.nextReviewOn} />
        </>
      ),
    });
  }
  if (of.nextStaffingAt) {
    running.push({
      key: 'staffing',
      what: (
        <>
          {t`a staffing on`} <Moment value={of.nextStaffingAt} />
        </>
      ),
    });
  }
  return running;
}

/** Says it before the case is closed. */
export function StillRunning({ running }: { running: readonly Running[] }) {
  const { t } = useLingui();
  if (running.length === 0) return null;
  return (
    <Notice tone="care" title={t`Still running on this case`}>
      <List items={running} itemKey={({ key }) => key} label={t`Still running on this case`}>
        {({ what }) => what}
      </List>
      <p>{t`Nobody is reminded of it while the case is closed.`}</p>
    </Notice>
  );
}
