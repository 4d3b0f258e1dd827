import { useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { graphql, useQuery } from '~/gql';
import type { RequestQuery } from '~/gql/generated/graphql';
import { NotFound } from '~/routes/NotFound';
import { FaultNotice } from '~/shell/FaultNotice';
import { Page, SkeletonRows } from '~/ui';
import { OneRequest } from './OneRequest';

const RequestDocument = graphql(`
  query Request($id: ID!) {
    request(id: $id) {
      id version state receivedAt firstResponseDueAt firstResponseAt
      requesterKind requesterName requesterPhone { masked value } requesterOrganization
      jurisdiction urgency topics situation cameBy namesChild followUpOn
      outcome outcomeNote closedAt caseLink
      answers { at note answeredBy { id name } services { id name } }
      recordedBy { id name }
      case { id alias }
    }
  }
`);
export type FullRequest = NonNullable<RequestQuery['request']>;

/** One request, fresh whenever it is opened. */
export function RequestPage() {
  const { t } = useLingui();
  const { requestId } = useParams({ from: '/signed-in/requests/$requestId' });
  const { data, fault, retry } = useQuery(
    RequestDocument,
    { id: requestId },
    { fresh: true, touches: ['Request'] },
  );
  if (!data) {
    return (
      <Page title={t`Request`} narrow>
        {fault ? <FaultNotice fault={fault} retry={retry} /> : <SkeletonRows rows={6} />}
      </Page>
    );
  }
  return data.request ? <OneRequest request={data.request} /> : <NotFound />;
}
