import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { graphql, useCan, useQuery, useViewer } from '~/gql';
import { shownKeys, useShortcuts } from '~/safety';
import { type Command, CommandList } from '~/ui';
import { placesFor } from './places';

const FindDocument = graphql(`
  query Find($words: String!) {
    find(words: $words, first: 8) { id alias status }
  }
`);

const FindServicesDocument = graphql(`
  query FindServices($words: String!) {
    services(filter: { words: $words }, first: 5) {
      edges { node { id name organizationName } }
    }
  }
`);

/** Find a case or a service, go somewhere, do something. Words go to the server in the body, never in an address. */
export function Palette({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const viewer = useViewer();
  const shortcuts = useShortcuts();
  const [words, setWords] = useState('');
  const sought = useDeferredValue(words.trim());
  const pause = !opened || sought.length < 2;
  const found = useQuery(FindDocument, { words: sought }, { pause });
  const searches = useCan('SERVICE_SEARCH');
  const offered = useQuery(FindServicesDocument, { words: sought }, { pause: pause || !searches });

  const close = () => {
    setWords('');
    onClose();
  };
  const matches = (text: string) => text.toLowerCase().includes(words.trim().toLowerCase());
  const cases: Command[] = (sought.length < 2 ? [] : (found.data?.find ?? [])).map((row) => ({
    id: row.id,
    label: row.alias,
    run: () => void navigate({ to: `/cases/${row.id}` }),
  }));
  const services: Command[] = (sought.length < 2 ? [] : (offered.data?.services.edges ?? [])).map(
    ({ node }) => ({
      id: node.id,
      label: node.name,
      detail: node.organizationName,
      run: () => void navigate({ to: `/resources/${node.id}` }),
    }),
  );
  const goTo: Command[] = placesFor(viewer)
    .map((place) => ({
      id: place.to,
      label: i18n._(place.label),
      keys: shownKeys(`g ${place.key}`),
      run: () => void navigate({ to: place.to }),
    }))
    .filter((command) => matches(command.label));
  const doIt: Command[] = shortcuts
    .filter(
      ({ keys, label }) =>
        !keys.startsWith('g ') && keys !== '/' && keys !== 'ctrl+k' && matches(label),
    )
    .map(({ keys, label, run }) => ({ id: keys, label, keys: shownKeys(keys), run }));

  return (
    <CommandList
      opened={opened}
      onClose={close}
      label={t`Find, or do`}
      placeholder={t`A name in use, a phone number, a place to go…`}
      words={words}
      onWords={setWords}
      busy={found.fetching || offered.fetching}
      note={found.fault?.message}
      groups={[
        { title: t`Cases`, commands: cases },
        { title: t`Services`, commands: services },
        { title: t`Go to`, commands: goTo },
        { title: t`Do`, commands: doIt },
      ]}
    />
  );
}
