import { useLingui } from '@lingui/react/macro';
import { useDeferredValue, useState } from 'react';
import { ServicesDocument } from '~/features/directory/query';
import { useQuery } from '~/gql';
import { Finder, type TrellisForm, useFormValue } from '~/ui';
import type { ReleaseValues } from './values';

/** The one organisation, by a service of it in the directory, as the form's field `recipient`. */
export function RecipientField({ form }: { form: TrellisForm<ReleaseValues> }) {
  const { t } = useLingui();
  const chosen = useFormValue(form, 'recipient');
  const name = useFormValue(form, 'recipientName');
  const [typed, setTyped] = useState<string>();
  const words = typed ?? name;
  const sought = useDeferredValue(words === name ? '' : words.trim());
  const { data } = useQuery(ServicesDocument, {
    filter: sought ? { words: sought } : {},
    first: 8,
  });
  const found = (data?.services.edges ?? []).map(({ node }) => ({
    value: node.id,
    label:
      node.name === node.organizationName ? node.name : `${node.organizationName} – ${node.name}`,
  }));
  const kept = chosen && name ? [{ value: chosen, label: name }] : [];
  const choices = [...kept, ...found.filter((one) => one.value !== chosen)];
  return (
    <Finder
      name="recipient"
      label={t`Organization`}
      hint={t`One, and that one alone. Type a part of its name, or what it does.`}
      choices={choices}
      words={words}
      onWords={(next) => {
        setTyped(next);
        const match = choices.find((one) => one.label === next);
        if (match) form.setFieldValue('recipientName', match.label);
      }}
      noMatch={t`Nothing in the directory matches. Ask the curator to add it.`}
      required
      focusFirst
    />
  );
}
