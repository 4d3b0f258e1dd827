import { useLingui } from '@lingui/react/macro';
import { lazy, Suspense } from 'react';
import { caseStatus, planState, teamRole, useWords } from '~/features/words';
import { caseStatusTones, planStateTones } from '~/features/words/tones';
import { withWords } from '~/i18n';
import { Ago, Day, Facts, Moment, Row, Stack, StatusPill } from '~/ui';
import type { FullCase } from './CasePage';
import css from './cases.module.css';

const WhereaboutsPill = lazy(() =>
  withWords('away', import('~/features/away/WhereaboutsPill')).then((m) => ({
    default: m.WhereaboutsPill,
  })),
);

/** The strip on top of a case: its state, its team, and what was promised next. */
export function CaseHead({ of }: { of: FullCase }) {
  const { t } = useLingui();
  const { word } = useWords();
  const none = <span className="t-soft">{t`none yet`}</span>;
  return (
    <div className={css.head}>
      <Stack gap="small">
        <Row>
          {of.status ? (
            <StatusPill tone={caseStatusTones[of.status]}>{word(caseStatus, of.status)}</StatusPill>
          ) : null}
          {of.whereabouts ? (
            <Suspense fallback={null}>
              <WhereaboutsPill value={of.whereabouts} />
            </Suspense>
          ) : null}
          {of.planState ? (
            <StatusPill tone={planStateTones[of.planState]}>
              {t`Plan: ${word(planState, of.planState)}`}
            </StatusPill>
          ) : null}
          {of.team.map((member) => (
            <span key={member.id} className={css.member}>
              {word(teamRole, member.role)}: {member.user?.name ?? t`somebody who left`}
            </span>
          ))}
        </Row>
        <Facts
          items={[
            {
              label: t`Last contact`,
              value: of.lastContactAt ? <Ago value={of.lastContactAt} /> : none,
            },
            {
              label: t`Next contact`,
              value: of.nextContactOn ? <Day value={of.nextContactOn} /> : none,
            },
            {
              label: t`Next plan review`,
              value: of.nextReviewOn ? <Day value={of.nextReviewOn} /> : none,
            },
            {
              label: t`Next staffing`,
              value: of.nextStaffingAt ? <Moment value={of.nextStaffingAt} /> : none,
            },
          ]}
        />
      </Stack>
    </div>
  );
}
