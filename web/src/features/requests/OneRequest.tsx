import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { requestOutcome, requestState, useWords } from '~/features/words';
import { requestStateTones } from '~/features/words/tones';
import { useCan } from '~/gql';
import { Button, Day, Hideable, Link, Moment, Page, Row, Section, Stack, StatusPill } from '~/ui';
import { AnswerForm } from './AnswerForm';
import { Answers } from './Answers';
import { FirstResponse } from './FirstResponse';
import { RequestActions } from './RequestActions';
import { RequestFacts } from './RequestFacts';
import type { FullRequest } from './RequestPage';
import css from './requests.module.css';

/** One request: the situation, and what to do next: answer it, find its case, or end it. */
export function OneRequest({ request }: { request: FullRequest }) {
  const { t } = useLingui();
  const { word } = useWords();
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
      actions={<RequestActions request={request} />}
      narrow
    >
      <Section title={t`The situation`}>
        <p className={css.story}>{request.situation}</p>
      </Section>
      <Section title={t`What it is about`}>
        <RequestFacts request={request} />
      </Section>
      {request.case ? <ItsCase request={request} of={request.case} /> : null}
      <Section title={t`First response`}>
        <Stack>
          <p>
            <FirstResponse request={request} />
          </p>
          {request.answers.length ? <Answers answers={request.answers} /> : null}
          <Answering request={request} />
        </Stack>
      </Section>
      {request.outcome ? (
        <Section title={t`What became of it`}>
          <p>{word(requestOutcome, request.outcome)}</p>
          {request.outcomeNote ? <p className={css.story}>{request.outcomeNote}</p> : null}
        </Section>
      ) : null}
      {request.followUpOn ? (
        <p>
          <Trans>
            Ask on <Day value={request.followUpOn} /> how it went.
          </Trans>
        </p>
      ) : null}
    </Page>
  );
}

function ItsCase({ request, of }: { request: FullRequest; of: { id: string; alias: string } }) {
  const { t } = useLingui();
  const link = (
    <Link to="/cases/$caseId" params={{ caseId: of.id }}>
      <Hideable>{of.alias}</Hideable>
    </Link>
  );
  return (
    <Section title={t`Its case`}>
      <p>
        {request.caseLink === 'JOINED' ? (
          <Trans>It joined a case that was there: {link}</Trans>
        ) : (
          <Trans>A case was opened from it: {link}</Trans>
        )}
      </p>
    </Section>
  );
}

/** The form is open while nobody has answered; another answer is a step away. */
function Answering({ request }: { request: FullRequest }) {
  const { t } = useLingui();
  const [another, setAnother] = useState(false);
  const mayAnswer = useCan('REQUEST_ANSWER') && request.state !== 'CLOSED';
  if (!mayAnswer) return null;
  const waits = request.state === 'WAITING';
  if (waits || another) {
    return <AnswerForm request={request} first={waits} onDone={() => setAnother(false)} />;
  }
  return (
    <Row>
      <Button small onClick={() => setAnother(true)}>{t`Record another answer`}</Button>
    </Row>
  );
}
