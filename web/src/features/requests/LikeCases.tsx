import { Trans, useLingui } from '@lingui/react/macro';
import { useDeferredValue } from 'react';
import { caseStatus, useWords } from '~/features/words';
import { graphql, useQuery } from '~/gql';
import { Hideable, Link, List, Notice } from '~/ui';

const LikeDocument = graphql(`
  query CasesLike($words: String!) {
    find(words: $words, first: 5) { id alias status openedAt }
  }
`);

/** Search before create: cases that may be the same young person's, while the name is typed. */
export function LikeCases({ words }: { words: string }) {
  const { t } = useLingui();
  const { word } = useWords();
  const sought = useDeferredValue(words.trim());
  const pause = sought.length < 2;
  const { data } = useQuery(LikeDocument, { words: sought }, { pause });
  const found = pause ? [] : (data?.find ?? []);
  if (found.length === 0) return null;
  return (
    <Notice tone="care" title={t`Is it one of these?`}>
      <p>
        <Trans>A young person has one case. Open it instead, if it is the same person.</Trans>
      </p>
      <List items={found} itemKey={(row) => row.id} label={t`Cases with a similar name`}>
        {(row) => (
          <Link to="/cases/$caseId" params={{ caseId: row.id }}>
            <Hideable>{row.alias}</Hideable>
            {row.status ? <> · {word(caseStatus, row.status)}</> : null}
          </Link>
        )}
      </List>
    </Notice>
  );
}
