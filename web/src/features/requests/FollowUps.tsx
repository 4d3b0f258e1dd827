import { useLingui } from '@lingui/react/macro';
import { Worklist } from '~/features/today/Worklist';
import { requesterKind, useWords } from '~/features/words';
import { graphql, useQuery } from '~/gql';
import { ButtonLink, Day, Link, Row } from '~/ui';

const FollowUpsDocument = graphql(`
  query FollowUps {
    requests(states: [ANSWERED], filter: { followUpDue: true }, order: DUE_FIRST, first: 5) {
      edges { node { id requesterKind jurisdiction followUpOn } }
      pageInfo { hasNextPage }
    }
  }
`);

/** Answered requests of which it is time to ask how it went; nothing where there are none. */
export function FollowUps() {
  const { t } = useLingui();
  const { word } = useWords();
  const { data, fault, retry } = useQuery(
    FollowUpsDocument,
    {},
    { touches: ['Request'], fresh: true },
  );
  const rows = data?.requests.edges.map((edge) => edge.node);
  if (!fault && !rows?.length) return null;
  return (
    <Worklist
      title={t`Ask how it went`}
      rows={rows}
      fault={fault}
      retry={retry}
      none=""
      actions={
        data?.requests.pageInfo.hasNextPage ? (
          <ButtonLink look="quiet" to="/requests" search={{ view: 'answered', due: 'follow-up' }}>
            {t`All of them`}
          </ButtonLink>
        ) : null
      }
    >
      {(row) => (
        <Row justify="between">
          <Link to="/requests/$requestId" params={{ requestId: row.id }}>
            {word(requesterKind, row.requesterKind)}, {row.jurisdiction}
          </Link>
          {row.followUpOn ? (
            <span className="t-soft">
              {t`from`} <Day value={row.followUpOn} />
            </span>
          ) : null}
        </Row>
      )}
    </Worklist>
  );
}
