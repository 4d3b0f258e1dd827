import { useLingui } from '@lingui/react/macro';
import { graphql, useQuery } from '~/gql';
import { Ago, ButtonLink, Row } from '~/ui';
import { Worklist } from './Worklist';

const ParkedMailDocument = graphql(`
  query ParkedMail {
    mail(states: [PARKED], first: 5) {
      edges { node { id createdAt recipient { id name } } }
      pageInfo { hasNextPage }
    }
  }
`);

/** Messages that were given up: somebody was not told that something waits for them. */
export function ParkedMail() {
  const { t } = useLingui();
  const { data, fault, retry } = useQuery(
    ParkedMailDocument,
    {},
    { touches: ['MailItem'], fresh: true },
  );
  return (
    <Worklist
      title={t`Mail that was given up`}
      rows={data?.mail.edges.map((edge) => edge.node)}
      fault={fault}
      retry={retry}
      none={t`Every message has found its way.`}
      actions={
        data?.mail.edges.length ? (
          <ButtonLink to="/admin/mail" look="quiet">{t`Look, and try again`}</ButtonLink>
        ) : null
      }
    >
      {(row) => (
        <Row justify="between">
          <span>{row.recipient?.name ?? t`Somebody who left`}</span>
          <span className="t-soft">
            <Ago value={row.createdAt} />
          </span>
        </Row>
      )}
    </Worklist>
  );
}
