import { useLingui } from '@lingui/react/macro';
import { useDeferredValue, useRef, useState } from 'react';
import { graphql, useQuery } from '~/gql';
import { useNamesHidden } from '~/safety';
import { ManyFinder } from '~/ui';

const ReachDocument = graphql(`
  query AgendaReach {
    cases(first: 100) { edges { node { id alias } } }
  }
`);
const SeekDocument = graphql(`
  query AgendaSeek($words: String!) {
    find(words: $words, first: 8) { id alias }
  }
`);
/** As many as the server takes on one agenda. */
const most = 50;

interface Known {
  id: string;
  alias: string;
}

interface AgendaFieldProps {
  about: Known | undefined;
  focusFirst: boolean;
}

/** The cases that are talked over: those in reach as a list, any other by typing. */
export function AgendaField({ about, focusFirst }: AgendaFieldProps) {
  const { t } = useLingui();
  const hidden = useNamesHidden();
  const [words, setWords] = useState('');
  const sought = useDeferredValue(words.trim());
  const reach = useQuery(ReachDocument, {}).data?.cases.edges.map(({ node }) => node) ?? [];
  const found = useQuery(SeekDocument, { words: sought }, { pause: sought.length < 3 });
  // All that were ever offered: what is chosen keeps its name while other words are typed.
  const seen = useRef(new Map<string, string>());
  for (const one of [...(about ? [about] : []), ...reach, ...(found.data?.find ?? [])]) {
    seen.current.set(one.id, one.alias);
  }
  const typed = words.trim().toLowerCase();
  const known = [...seen.current];
  const choices = known.map(([id, alias]) => ({ value: id, label: hidden ? '•••' : alias }));
  const matches = new Set([
    ...known
      .filter(([, alias]) => ` ${alias.toLowerCase()}`.includes(` ${typed}`))
      .map(([id]) => id),
    ...(found.data?.find ?? []).map(({ id }) => id),
  ]);
  return (
    <ManyFinder
      name="cases"
      label={t`Cases on the agenda`}
      placeholder={t`Working name`}
      choices={choices}
      matches={matches}
      words={words}
      onWords={setWords}
      most={most}
      required
      focusFirst={focusFirst}
    />
  );
}
