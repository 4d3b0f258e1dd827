import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { staffingType, useWords } from '~/features/words';
import { graphql, useQuery } from '~/gql';
import { Link, Moment, Row } from '~/ui';
import { Worklist } from './Worklist';

const NextStaffingsDocument = graphql(`
  query NextStaffings($from: DateTime!) {
    staffings(from: $from, first: 5) {
      edges { node { id type at cancelled facilitator { id name } } }
    }
  }
`);

/** The next staffings that are still to be held. */
export function NextStaffings() {
  const { t } = useLingui();
  const { word } = useWords();
  // The hour, not the moment: the same question again is then answered from memory.
  const [from] = useState(() => `${new Date().toISOString().slice(0, 13)}:00:00Z`);
  const { data, fault, retry } = useQuery(
    NextStaffingsDocument,
    { from },
    { touches: ['Staffing'], fresh: true },
  );
  return (
    <Worklist
      title={t`Next staffings`}
      rows={data?.staffings.edges.map((edge) => edge.node).filter((one) => !one.cancelled)}
      fault={fault}
      retry={retry}
      none={t`No staffing is planned.`}
    >
      {(row) => (
        <Row justify="between">
          <Link to="/staffings/$staffingId" params={{ staffingId: row.id }}>
            <Moment value={row.at} />
          </Link>
          <span className="t-soft">
            {word(staffingType, row.type)}
            {row.facilitator ? `, ${row.facilitator.name}` : ''}
          </span>
        </Row>
      )}
    </Worklist>
  );
}
