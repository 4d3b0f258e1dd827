import { useLingui } from '@lingui/react/macro';
import { graphql, useQuery } from '~/gql';
import { Ago, ButtonLink, Hideable, Link, Row } from '~/ui';
import { Worklist } from './Worklist';

const WaitingPlansDocument = graphql(`
  query WaitingPlans {
    plansToApprove { number frozenAt plan { id case { id alias } } }
  }
`);
/** As many as the other parts of Today show. */
const SHOWN = 5;

/** Versions of plans that wait for a supervisor's word, the longest wait first (SU2). */
export function PlansToApprove() {
  const { t } = useLingui();
  const { data, fault, retry } = useQuery(
    WaitingPlansDocument,
    {},
    { touches: ['RecoveryPlan', 'Case'], fresh: true },
  );
  const all = data?.plansToApprove.flatMap(({ plan, frozenAt }) =>
    plan ? [{ id: plan.id, alias: plan.case.alias, frozenAt }] : [],
  );
  return (
    <Worklist
      title={t`Plans to approve`}
      rows={all?.slice(0, SHOWN)}
      fault={fault}
      retry={retry}
      none={t`No plan waits for your word.`}
      actions={
        all?.length ? <ButtonLink look="quiet" to="/review">{t`All of them`}</ButtonLink> : null
      }
    >
      {(row) => (
        <Row justify="between">
          <Link to="/review" search={{ plan: row.id }}>
            <Hideable>{row.alias}</Hideable>
          </Link>
          <span className="t-soft">
            {t`frozen`} <Ago value={row.frozenAt} />
          </span>
        </Row>
      )}
    </Worklist>
  );
}
