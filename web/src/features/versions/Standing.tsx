import { Trans, useLingui } from '@lingui/react/macro';
import { useCan } from '~/gql';
import { ButtonLink, Day, Link, Notice, Row, Section, Stack } from '~/ui';
import { Decisions } from './Decisions';
import type { RecordedPlan } from './query';

interface StandingProps {
  caseId: string;
  plan: RecordedPlan;
}

/** The last version with a supervisor's word on it, and the way to all of them (rule 71). */
export function Standing({ caseId, plan }: StandingProps) {
  const { t } = useLingui();
  const approves = useCan('PLAN_APPROVE');
  const { approval } = plan;
  const last = plan.versions.at(-1);
  const number = last?.number ?? 0;
  return (
    <Section
      title={t`Versions of the plan`}
      actions={
        last ? (
          <ButtonLink look="quiet" to="/cases/$caseId/plan-record" params={{ caseId }}>
            {t`All versions`}
          </ButtonLink>
        ) : undefined
      }
    >
      {last && approval ? (
        <Stack>
          <p>
            <Trans>
              Version {number} was frozen on <Day value={last.frozenAt} /> by {last.frozenBy?.name}.
            </Trans>
          </p>
          <Decisions approvals={approval.version.approvals} />
          {plan.draft ? (
            <Notice
              title={
                approval.state === 'FELL_AWAY'
                  ? t`The approval does not cover what the plan says now`
                  : t`The plan was changed since then`
              }
            >
              <Row>
                {t`A supervisor decides again when the changes are frozen as a new version.`}
                <Link
                  to="/cases/$caseId/plan-record"
                  params={{ caseId }}
                  search={{ view: 'compare', from: number }}
                >
                  {t`See what changed`}
                </Link>
              </Row>
            </Notice>
          ) : null}
          {approves && approval.state === 'WAITING' && !plan.draft ? (
            <div>
              <ButtonLink
                to="/review"
                search={{ plan: plan.id }}
              >{t`Look at it and decide`}</ButtonLink>
            </div>
          ) : null}
        </Stack>
      ) : (
        <p className="t-soft">
          {t`A version is frozen when the plan becomes active. From then on it can be read back.`}
        </p>
      )}
    </Section>
  );
}
