import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { CaseViewName } from '~/features/cases/search';
import { graphql, useQuery } from '~/gql';
import type { CaseFilter, CaseOrder, TodayCasesQuery } from '~/gql/generated/graphql';
import { ButtonLink, Hideable, Link, Row } from '~/ui';
import { Worklist } from './Worklist';

const TodayCasesDocument = graphql(`
  query TodayCases($filter: CaseFilter!, $order: CaseOrder!) {
    cases(filter: $filter, order: $order, first: 5) {
      edges { node { id alias openedAt lastContactAt nextReviewOn } }
      pageInfo { hasNextPage }
    }
  }
`);
type CaseRow = TodayCasesQuery['cases']['edges'][number]['node'];

interface TodayCasesProps {
  title: string;
  filter: CaseFilter;
  order: CaseOrder;
  /** The view of the list of cases that has all of these. */
  all: CaseViewName;
  /** Said when the server has answered that there are none. */
  none: string;
  detail: (row: CaseRow) => ReactNode;
}

/** The first few cases for which one promise slips, and the way to all of them. */
export function TodayCases({ title, filter, order, all, none, detail }: TodayCasesProps) {
  const { t } = useLingui();
  const { data, fault, retry } = useQuery(
    TodayCasesDocument,
    { filter, order },
    { touches: ['Case'], fresh: true },
  );
  return (
    <Worklist
      title={title}
      rows={data?.cases.edges.map((edge) => edge.node)}
      fault={fault}
      retry={retry}
      none={none}
      actions={
        data?.cases.pageInfo.hasNextPage ? (
          <ButtonLink
            look="quiet"
            to="/cases"
            search={{ view: all, ...(filter.view === 'TEAM' ? { whose: 'team' as const } : {}) }}
          >
            {t`All of them`}
          </ButtonLink>
        ) : null
      }
    >
      {(row) => (
        <Row justify="between">
          <Link to="/cases/$caseId" params={{ caseId: row.id }}>
            <Hideable>{row.alias}</Hideable>
          </Link>
          <span className="t-soft">{detail(row)}</span>
        </Row>
      )}
    </Worklist>
  );
}
