import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useCan } from '~/gql';
import { Button, ButtonLink, Row } from '~/ui';
import { CloseRequest } from './CloseRequest';
import { JoinCase } from './JoinCase';
import type { FullRequest } from './RequestPage';

/** The ways on from here, as far as one may go them. */
export function RequestActions({ request }: { request: FullRequest }) {
  const { t } = useLingui();
  const [open, setOpen] = useState<'join' | 'close' | null>(null);
  const ended = request.state === 'CLOSED';
  const findsCase = !request.caseLink && !ended;
  const mayOpen = useCan('CASE_OPEN') && findsCase;
  const mayJoin = useCan('REQUEST_JOIN') && findsCase;
  const mayClose = useCan('REQUEST_CLOSE') && !ended;
  const shut = () => setOpen(null);
  return (
    <Row>
      {mayOpen ? (
        <ButtonLink
          to="/requests/$requestId/open"
          params={{ requestId: request.id }}
          look="main"
        >{t`Open a case from it`}</ButtonLink>
      ) : null}
      {mayJoin ? <Button onClick={() => setOpen('join')}>{t`Join a case`}</Button> : null}
      {mayClose ? (
        <Button look="quiet" onClick={() => setOpen('close')}>{t`Close it`}</Button>
      ) : null}
      <JoinCase request={request} opened={open === 'join'} onClose={shut} />
      <CloseRequest request={request} opened={open === 'close'} onClose={shut} />
    </Row>
  );
}
