import { useLingui } from '@lingui/react/macro';
import { useDeferredValue, useMemo, useState } from 'react';
import { lastVisited, type Visited } from '~/features/cases/visited';
import { graphql, useQuery } from '~/gql';
import { useNamesHidden } from '~/safety';
import { ChipChoice, Finder } from '~/ui';

const ReachDocument = graphql(`
  query LogReach {
    cases(first: 100) { edges { node { id alias } } }
    contacts(filter: { view: MINE }, first: 12) { edges { node { id case { id alias } } } }
  }
`);
const SeekDocument = graphql(`
  query LogSeek($words: String!) {
    find(words: $words, first: 8) { id alias }
  }
`);
const chips = 5;

interface CaseFieldProps {
  /** What the form's field `case` holds. */
  chosen: string | null;
  onChoose: (caseId: string) => void;
  focusFirst: boolean;
  /** The case that is open; others are then a step further away. */
  fixed: string | undefined;
}

/** Which case, as the field `case` of the form around it: recent ones as chips, others by typing. */
export function CaseField({ chosen, onChoose, focusFirst, fixed }: CaseFieldProps) {
  const { t } = useLingui();
  const hidden = useNamesHidden();
  const [words, setWords] = useState('');
  const { data } = useQuery(ReachDocument, {});
  const sought = useDeferredValue(words.trim());
  const found = useQuery(SeekDocument, { words: sought }, { pause: sought.length < 3 });

  const reach = useMemo(() => data?.cases.edges.map(({ node }) => node) ?? [], [data]);
  const recent = useMemo(() => {
    const contacted = data?.contacts.edges.map(({ node }) => node.case) ?? [];
    return unique([...lastVisited(), ...contacted, ...reach]).slice(0, chips);
  }, [data, reach]);
  const known = unique([...recent, ...reach, ...(found.data?.find ?? [])]);
  const label = ({ alias }: Visited) => (hidden ? '•••' : alias);
  const choices = matching(known, words, chosen).map((one) => ({
    value: one.id,
    label: label(one),
  }));
  return (
    <>
      <Finder
        name="case"
        label={t`Case`}
        placeholder={t`Working name, or a phone number`}
        choices={choices}
        words={words}
        onWords={setWords}
        required
        focusFirst={focusFirst}
      />
      {fixed ? null : (
        <ChipChoice
          label={t`Recent`}
          choices={recent.map((one) => ({ value: one.id, label: label(one) }))}
          value={recent.some(({ id }) => id === chosen) ? chosen : null}
          onChange={onChoose}
        />
      )}
    </>
  );
}

/** Those whose name has a word that begins like this; all while what is typed is the chosen one. */
function matching(known: Visited[], words: string, chosen: string | null): Visited[] {
  const typed = words.trim().toLowerCase();
  const current = known.find(({ id }) => id === chosen);
  if (!typed || current?.alias.toLowerCase() === typed) return known;
  return known.filter(
    (one) =>
      one.id === chosen ||
      one.alias
        .toLowerCase()
        .split(/\s+/)
        .some((_, at, all) => all.slice(at).join(' ').startsWith(typed)),
  );
}

const unique = (list: readonly Visited[]): Visited[] => [
  ...new Map(list.map(({ id, alias }) => [id, { id, alias }])).values(),
];
