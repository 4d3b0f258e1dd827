import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { caseStatus, useWords } from '~/features/words';
import { graphql, useAct, useCan, useMutation, useQuery } from '~/gql';
import { Button, Hideable, Link, List, Notice, newKey, Row } from '~/ui';
import { JoinDocument } from './joinDocument';

const LikeDocument = graphql(`
  query CasesLike($words: String!) {
    find(words: $words, first: 5) { id alias status openedAt }
  }
`);

interface LikeCasesProps {
  words: string;
  request: { id: string; version: number };
}

/** Search before create: cases that may be the same young person's, while the name is typed. */
export function LikeCases({ words, request }: LikeCasesProps) {
  const { t } = useLingui();
  const { word } = useWords();
  const navigate = useNavigate();
  const join = useMutation(JoinDocument);
  const act = useAct();
  const mayJoin = useCan('REQUEST_JOIN');
  const sought = useDeferredValue(words.trim());
  const pause = sought.length < 2;
  const { data } = useQuery(LikeDocument, { words: sought }, { pause });
  const found = pause ? [] : (data?.find ?? []);
  if (found.length === 0) return null;
  const joinCase = (caseId: string) =>
    act.run(
      () =>
        join({
          input: {
            clientMutationKey: newKey(),
            id: request.id,
            expectedVersion: request.version,
            case: caseId,
          },
        }),
      () => void navigate({ to: '/cases/$caseId', params: { caseId } }),
    );
  return (
    <Notice tone="care" title={t`Is it one of these?`}>
      <p>
        <Trans>A young person has one case. If it is the same person, the request joins it.</Trans>
      </p>
      {act.problem ? <p role="alert">{act.problem}</p> : null}
      <List items={found} itemKey={(row) => row.id} label={t`Cases with a similar name`}>
        {(row) => (
          <Row justify="between">
            <span>
              <Link to="/cases/$caseId" params={{ caseId: row.id }}>
                <Hideable>{row.alias}</Hideable>
              </Link>
              {row.status ? <> · {word(caseStatus, row.status)}</> : null}
            </span>
            {mayJoin ? (
              <Button small busy={act.busy} onClick={() => void joinCase(row.id)}>
                {t`Join this case`}
              </Button>
            ) : null}
          </Row>
        )}
      </List>
    </Notice>
  );
}
