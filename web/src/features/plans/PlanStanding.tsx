import { Trans, useLingui } from '@lingui/react/macro';
import { approvalState, planState, useWords } from '~/features/words';
import { approvalTones, planStateTones } from '~/features/words/tones';
import { Day, Row, Section, Stack, StatusPill } from '~/ui';
import { PlanMoves } from './PlanMoves';
import type { Plan } from './query';
import { ReviewForm } from './ReviewForm';

interface PlanStandingProps {
  plan: Plan;
  edits: boolean;
  activates: boolean;
}

/** Where the plan stands, when it is looked at next, and the moves it allows. */
export function PlanStanding({ plan, edits, activates }: PlanStandingProps) {
  const { t } = useLingui();
  const { word } = useWords();
  return (
    <Section title={<span id="plan-review">{t`Where the plan stands`}</span>}>
      <Stack>
        <Row>
          <StatusPill tone={planStateTones[plan.state]}>{word(planState, plan.state)}</StatusPill>
          {plan.activatedAt ? (
            <span className="t-soft">
              <Trans>
                active since <Day value={plan.activatedAt} />
              </Trans>
            </span>
          ) : null}
          {plan.approval ? (
            <StatusPill tone={approvalTones[plan.approval.state]}>
              {word(approvalState, plan.approval.state)}
            </StatusPill>
          ) : null}
          {plan.reviewOn ? (
            <span className="t-soft">
              <Trans>
                next review on <Day value={plan.reviewOn} />
              </Trans>
            </span>
          ) : null}
        </Row>
        {edits ? <ReviewForm key={plan.reviewOn ?? 'none'} plan={plan} /> : null}
        {activates ? <PlanMoves plan={plan} /> : null}
      </Stack>
    </Section>
  );
}
