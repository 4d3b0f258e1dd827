import { useLingui } from '@lingui/react/macro';
import { graphql, useQuery } from '~/gql';
import type { CaseView } from '~/gql/generated/graphql';
import { Ago, ButtonLink, Hideable, Link, Row } from '~/ui';
import { Worklist } from './Worklist';

const WaitingReferralsDocument = graphql(`
  query WaitingReferrals($view: CaseView!) {
    referrals(filter: { view: $view, waiting: true }, first: 5) {
      edges { node { id reference waitingSince case { id alias } } }
      pageInfo { hasNextPage }
    }
  }
`);

/** Services that have not answered, the longest wait first (rule 89). */
export function WaitingReferrals({ view }: { view: CaseView }) {
  const { t } = useLingui();
  const { data, fault, retry } = useQuery(
    WaitingReferralsDocument,
    { view },
    { touches: ['Referral'], fresh: true },
  );
  return (
    <Worklist
      title={t`Referrals that wait for an answer`}
      rows={data?.referrals.edges.map((edge) => edge.node)}
      fault={fault}
      retry={retry}
      none={t`Every service that was asked has answered.`}
      actions={
        data?.referrals.pageInfo.hasNextPage ? (
          <ButtonLink
            look="quiet"
            to="/referrals"
            search={{ view: view === 'TEAM' ? 'team' : 'mine' }}
          >
            {t`All of them`}
          </ButtonLink>
        ) : null
      }
    >
      {(row) => (
        <Row justify="between">
          <Link to="/referrals/$referralId" params={{ referralId: row.id }}>
            <Hideable>{row.case.alias}</Hideable>, {row.reference}
          </Link>
          {row.waitingSince ? (
            <span className="t-soft">
              {t`sent`} <Ago value={row.waitingSince} />
            </span>
          ) : null}
        </Row>
      )}
    </Worklist>
  );
}
