import { useLingui } from '@lingui/react/macro';
import { Worklist } from '~/features/today/Worklist';
import { graphql, useQuery } from '~/gql';
import type { CaseView } from '~/gql/generated/graphql';
import { Ago, ButtonLink, Hideable, Link, Row } from '~/ui';
import { ClockPill } from './ClockPill';

const DueClocksDocument = graphql(`
  query DueClocks($view: CaseView!) {
    clocks(filter: { view: $view, status: [OVERDUE, DUE_SOON] }, first: 5) {
      edges { node { id title status dueAt case { id alias } } }
      pageInfo { hasNextPage }
    }
  }
`);

/** What is overdue or due soon, by law or by agreement, the first due first (rule 61). */
export function DueClocks({ view }: { view: CaseView }) {
  const { t } = useLingui();
  const { data, fault, retry } = useQuery(
    DueClocksDocument,
    { view },
    { fresh: true, touches: ['Clock', 'Notice', 'MissingEpisode', 'ReturnConversation'] },
  );
  return (
    <Worklist
      title={t`Overdue or due soon`}
      rows={data?.clocks.edges.map((edge) => edge.node)}
      fault={fault}
      retry={retry}
      none={t`Nothing is overdue, and nothing is due soon.`}
      actions={
        data?.clocks.pageInfo.hasNextPage ? (
          <ButtonLink
            look="quiet"
            to="/clocks"
            search={{ view: view === 'TEAM' ? 'team' : 'mine', part: 'to-do' }}
          >
            {t`All of them`}
          </ButtonLink>
        ) : null
      }
    >
      {(row) => (
        <Row justify="between">
          <Link to="/cases/$caseId" params={{ caseId: row.case.id }}>
            <Hideable>{row.case.alias}</Hideable>: {row.title}
          </Link>
          <Row>
            <ClockPill status={row.status} />
            <span className="t-soft">
              {t`due`} <Ago value={row.dueAt} />
            </span>
          </Row>
        </Row>
      )}
    </Worklist>
  );
}
