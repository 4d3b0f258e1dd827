import { useLingui } from '@lingui/react/macro';
import { Worklist } from '~/features/today/Worklist';
import { graphql, useQuery } from '~/gql';
import { Ago, ButtonLink, Hideable, Link, Row } from '~/ui';

const CasesToReviewDocument = graphql(`
  query FirstCasesToReview {
    casesToReview(first: 5) {
      edges { node { since case { id alias } } }
      pageInfo { hasNextPage }
    }
  }
`);

/** Cases on which an observation waits for a supervisor's look, on Today (rule 3). */
export function CasesToReview() {
  const { t } = useLingui();
  const { data, fault, retry } = useQuery(
    CasesToReviewDocument,
    {},
    { fresh: true, touches: ['Observation', 'Case'] },
  );
  const list = data?.casesToReview;
  return (
    <Worklist
      title={t`Observations to review`}
      rows={list?.edges.map(({ node }) => ({ ...node.case, since: node.since }))}
      fault={fault}
      retry={retry}
      none={t`No observation waits for you.`}
      actions={
        list?.pageInfo.hasNextPage ? (
          <ButtonLink look="quiet" to="/review">{t`All of them`}</ButtonLink>
        ) : null
      }
    >
      {(row) => (
        <Row justify="between">
          <Link to="/cases/$caseId" params={{ caseId: row.id }} search={{ tab: 'observations' }}>
            <Hideable>{row.alias}</Hideable>
          </Link>
          <span className="t-soft">
            {t`waits since`} <Ago value={row.since} />
          </span>
        </Row>
      )}
    </Worklist>
  );
}
