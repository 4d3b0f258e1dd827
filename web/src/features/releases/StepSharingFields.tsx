import { useLingui } from '@lingui/react/macro';
import { useDeferredValue, useState } from 'react';
import { ServicesDocument } from '~/features/directory/query';
import { useQuery } from '~/gql';
import { Check, Finder, type TrellisForm, useFormValue, type Values } from '~/ui';

/** What a step says of the sharing that it needs. */
export interface StepSharingValues extends Values {
  needsSharing: boolean;
  service: string | null;
  shareWith: string;
}

/** Whether doing it means telling somebody outside, and whom: a service, as a release names one. */
export function StepSharingFields<V extends StepSharingValues>({ form }: { form: TrellisForm<V> }) {
  const { t } = useLingui();
  const values = form as unknown as TrellisForm<StepSharingValues>;
  const needs = useFormValue(values, 'needsSharing');
  const chosen = useFormValue(values, 'service');
  const name = useFormValue(values, 'shareWith');
  const [typed, setTyped] = useState<string>();
  const words = typed ?? name;
  const sought = useDeferredValue(words === name ? '' : words.trim());
  const { data } = useQuery(
    ServicesDocument,
    { filter: sought ? { words: sought } : {}, first: 8 },
    { pause: !needs },
  );
  const found = (data?.services.edges ?? []).map(({ node }) => ({
    value: node.id,
    label:
      node.name === node.organizationName ? node.name : `${node.organizationName} – ${node.name}`,
  }));
  const kept = chosen && name ? [{ value: chosen, label: name }] : [];
  const choices = [...kept, ...found.filter((one) => one.value !== chosen)];
  return (
    <>
      <Check
        name="needsSharing"
        label={t`It means telling somebody outside about the young person`}
      />
      {needs ? (
        <Finder
          name="service"
          label={t`Needs sharing with`}
          hint={t`One service of the directory: a release names exactly one.`}
          choices={choices}
          words={words}
          onWords={(next) => {
            setTyped(next);
            const match = choices.find((one) => one.label === next);
            if (match) values.setFieldValue('shareWith', match.label);
          }}
          noMatch={t`Nothing in the directory matches. Ask the curator to add it.`}
        />
      ) : null}
    </>
  );
}
