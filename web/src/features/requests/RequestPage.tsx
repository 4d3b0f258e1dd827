import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { Masked } from '~/features/reveal/Masked';
import {
  requesterKind,
  requestState,
  requestTopic,
  states,
  urgency,
  useWords,
} from '~/features/words';
import { requestStateTones } from '~/features/words/tones';
import { graphql, useCan, useQuery } from '~/gql';
import type { RequestQuery } from '~/gql/generated/graphql';
import { NotFound } from '~/routes/NotFound';
import { FaultNotice } from '~/shell/FaultNotice';
import {
  ButtonLink,
  Facts,
  Hideable,
  Link,
  Moment,
  Page,
  Section,
  SkeletonRows,
  StatusPill,
} from '~/ui';
import { AnswerForm } from './AnswerForm';
import { FirstResponse } from './FirstResponse';
import css from './requests.module.css';

const RequestDocument = graphql(`
  query Request($id: ID!) {
    request(id: $id) {
      id version state receivedAt firstResponseDueAt firstResponseAt
      requesterKind requesterName requesterPhone { masked value } requesterOrganization
      jurisdiction urgency topics situation
      recordedBy { id name }
      case { id alias }
    }
  }
`);
export type FullRequest = NonNullable<RequestQuery['request']>;

/** One request: the situation, and what to do next: answer it, or open a case from it. */
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
  return data.request ? <Request request={data.request} /> : <NotFound />;
}

function Request({ request }: { request: FullRequest }) {
  const { t } = useLingui();
  const { word } = useWords();
  const mayAnswer = useCan('REQUEST_ANSWER');
  const mayOpen = useCan('CASE_OPEN') && !request.case && request.state !== 'CLOSED';
  return (
    <Page
      title={<Hideable>{request.requesterName}</Hideable>}
      lead={
        <>
          <StatusPill tone={requestStateTones[request.state]}>
            {word(requestState, request.state)}
          </StatusPill>{' '}
          <span>
            <Trans>
              Came in <Moment value={request.receivedAt} />
            </Trans>
          </span>
        </>
      }
      actions={
        mayOpen ? (
          <ButtonLink
            to="/requests/$requestId/open"
            params={{ requestId: request.id }}
            look="main"
          >{t`Open a case from it`}</ButtonLink>
        ) : undefined
      }
      narrow
    >
      <Section title={t`The situation`}>
        <p className={css.story}>{request.situation}</p>
      </Section>
      <Section title={t`What it is about`}>
        <Facts items={useFacts(request)} />
      </Section>
      <Section title={t`First response`}>
        {request.case ? (
          <p>
            <Trans>
              A case was opened from it:{' '}
              <Link to="/cases/$caseId" params={{ caseId: request.case.id }}>
                <Hideable>{request.case.alias}</Hideable>
              </Link>
            </Trans>
          </p>
        ) : (
          <p>
            <FirstResponse request={request} />
          </p>
        )}
        {request.state === 'WAITING' && mayAnswer ? <AnswerForm request={request} /> : null}
      </Section>
    </Page>
  );
}

function useFacts(request: FullRequest) {
  const { t } = useLingui();
  const { word } = useWords();
  return [
    { label: t`Who asks`, value: word(requesterKind, request.requesterKind) },
    { label: t`Organization`, value: request.requesterOrganization ?? t`Not recorded` },
    {
      label: t`Phone`,
      value: (
        <Masked
          id={request.id}
          field="REQUESTER_PHONE"
          label={t`Phone`}
          value={request.requesterPhone ?? { masked: false }}
        />
      ),
    },
    { label: t`Where`, value: states[request.jurisdiction] },
    { label: t`Urgency`, value: word(urgency, request.urgency) },
    {
      label: t`Topics`,
      value: request.topics.map((topic) => word(requestTopic, topic)).join(', '),
    },
    { label: t`Recorded by`, value: request.recordedBy?.name ?? t`Not recorded` },
  ];
}
