import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { graphql, useMutation, useQuery } from '~/gql';
import { FaultNotice } from '~/shell/FaultNotice';
import {
  Button,
  EmptyState,
  List,
  Moment,
  Notice,
  newKey,
  Row,
  Section,
  SkeletonRows,
  StatusPill,
} from '~/ui';

const SessionsDocument = graphql(`
  query MySessions {
    mySessions { id startedAt lastUsedAt kind current }
  }
`);
const EndDocument = graphql(`
  mutation SessionEnd($input: SessionEndInput!) {
    sessionEnd(input: $input) {
      ... on SessionEndSuccess { done }
      ... on Problem { code message }
    }
  }
`);

/** Where this person is signed in, and a way to end each of them. */
export function Sessions() {
  const { t } = useLingui();
  const { data, fault, retry } = useQuery(
    SessionsDocument,
    {},
    { touches: ['Session'], fresh: true },
  );
  const end = useMutation(EndDocument);
  const [problem, setProblem] = useState('');
  const endOne = async (id: string) => {
    const outcome = await end({ input: { clientMutationKey: newKey(), id } });
    setProblem(outcome.kind === 'done' ? '' : outcome.message);
    retry();
  };
  return (
    <Section title={t`Where I am signed in`}>
      {problem ? <Notice tone="problem">{problem}</Notice> : null}
      {fault ? <FaultNotice fault={fault} retry={retry} /> : null}
      {data ? null : fault ? null : <SkeletonRows rows={2} />}
      {data?.mySessions.length === 0 ? <EmptyState title={t`No other sessions`} /> : null}
      {data ? (
        <List items={data.mySessions} itemKey={(one) => one.id} label={t`Where I am signed in`}>
          {(one) => (
            <Row justify="between">
              <div>
                <Row gap="small">
                  <strong>{one.kind === 'API' ? t`A program` : t`A browser`}</strong>
                  {one.current ? <StatusPill tone="active">{t`This one`}</StatusPill> : null}
                </Row>
                <span className="t-soft">
                  <Trans>
                    Since <Moment value={one.startedAt} />, last used{' '}
                    <Moment value={one.lastUsedAt} />
                  </Trans>
                </span>
              </div>
              {one.current ? null : (
                <Button small look="danger" onClick={() => void endOne(one.id)}>
                  <Trans>End it</Trans>
                </Button>
              )}
            </Row>
          )}
        </List>
      ) : null}
    </Section>
  );
}
