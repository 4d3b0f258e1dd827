import { Trans, useLingui } from '@lingui/react/macro';
import { graphql, usePages } from '~/gql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Ago, Button, Hideable, Link, List, Row, Section, SkeletonRows } from '~/ui';

const CasesToReviewDocument = graphql(`
  query CasesToReview($after: String) {
    casesToReview(first: 25, after: $after) {
      edges { node { since case { id alias } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** All cases on which an observation waits for a supervisor's look, the longest wait first (rule 3). */
export function ReviewQueue() {
  const { t } = useLingui();
  const pages = usePages(CasesToReviewDocument, {}, (data) => data.casesToReview, [
    'Observation',
    'Case',
  ]);
  return (
    <Section title={t`Observations to review`}>
      {pages.fault ? <FaultNotice fault={pages.fault} retry={pages.retry} /> : null}
      {!pages.rows && !pages.fault ? <SkeletonRows rows={3} /> : null}
      {pages.rows?.length === 0 ? (
        <p className="t-soft">{t`No observation waits for you.`}</p>
      ) : null}
      {pages.rows?.length ? (
        <List
          items={pages.rows}
          itemKey={(one) => one.case.id}
          label={t`Cases with an observation to review`}
        >
          {(one) => (
            <Row justify="between">
              <Link
                to="/cases/$caseId"
                params={{ caseId: one.case.id }}
                search={{ tab: 'observations' }}
              >
                <Hideable>{one.case.alias}</Hideable>
              </Link>
              <span className="t-soft">
                {t`waits since`} <Ago value={one.since} />
              </span>
            </Row>
          )}
        </List>
      ) : null}
      {pages.hasMore ? (
        <Row justify="end">
          <Button onClick={pages.more} busy={pages.fetching}>
            <Trans>Show more</Trans>
          </Button>
        </Row>
      ) : null}
    </Section>
  );
}
