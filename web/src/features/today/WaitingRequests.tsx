import { useLingui } from '@lingui/react/macro';
import { requesterKind, urgency, useWords } from '~/features/words';
import { graphql, useQuery } from '~/gql';
import { ButtonLink, Link, Moment, Row } from '~/ui';
import { Worklist } from './Worklist';

const WaitingRequestsDocument = graphql(`
  query WaitingRequests {
    requests(states: [WAITING], order: DUE_FIRST, first: 5) {
      edges { node { id requesterKind urgency firstResponseDueAt } }
      pageInfo { hasNextPage }
    }
  }
`);

/** Requests that nobody has answered yet, with the time by which somebody should. */
export function WaitingRequests() {
  const { t } = useLingui();
  const { word } = useWords();
  const { data, fault, retry } = useQuery(
    WaitingRequestsDocument,
    {},
    { touches: ['Request'], fresh: true },
  );
  return (
    <Worklist
      title={t`Requests that wait for an answer`}
      rows={data?.requests.edges.map((edge) => edge.node)}
      fault={fault}
      retry={retry}
      none={t`Every request has had a first answer.`}
      actions={
        data?.requests.pageInfo.hasNextPage ? (
          <ButtonLink look="quiet" to="/requests" search={{ view: 'waiting' }}>
            {t`All of them`}
          </ButtonLink>
        ) : null
      }
    >
      {(row) => (
        <Row justify="between">
          <Link to="/requests/$requestId" params={{ requestId: row.id }}>
            {word(requesterKind, row.requesterKind)}: {word(urgency, row.urgency)}
          </Link>
          <span className="t-soft">
            {t`answer by`} <Moment value={row.firstResponseDueAt} />
          </span>
        </Row>
      )}
    </Worklist>
  );
}
