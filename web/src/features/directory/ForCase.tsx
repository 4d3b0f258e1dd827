import { Trans } from '@lingui/react/macro';
import { useSearch } from '@tanstack/react-router';
import { graphql, useQuery } from '~/gql';
import { ButtonLink, Hideable, Link, Notice, Row } from '~/ui';

const ForCaseDocument = graphql(`
  query DirectoryForCase($id: ID!) {
    case(id: $id) { id alias }
  }
`);

/** Says for whom a service is sought, when that was chosen before. */
export function ForCase({ caseId }: { caseId: string }) {
  const { case: _case, step: _step, ...rest } = useSearch({ from: '/signed-in/resources' });
  const { data } = useQuery(ForCaseDocument, { id: caseId });
  if (!data?.case) return null;
  return (
    <Notice>
      <Row justify="between">
        <span>
          <Trans>
            You are looking for{' '}
            <Link to="/cases/$caseId" params={{ caseId }} search={{ tab: 'referrals' }}>
              <Hideable>{data.case.alias}</Hideable>
            </Link>
            . "Refer" in a row refers this case.
          </Trans>
        </span>
        <ButtonLink look="quiet" to="/resources" search={rest}>
          <Trans>For nobody in particular</Trans>
        </ButtonLink>
      </Row>
    </Notice>
  );
}
