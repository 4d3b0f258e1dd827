import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { languageWords } from '~/features/directory/languageWords';
import type { DirectorySearch, Sought } from '~/features/directory/search';
import { capability, serviceCategory, states, useWords } from '~/features/words';
import { graphql, useAct, useMutation } from '~/gql';
import { Button, Notice, newKey, Stack } from '~/ui';
import { needOf } from './sought';

const RecordDocument = graphql(`
  mutation UnmetNeedRecord($input: UnmetNeedRecordInput!) {
    unmetNeedRecord(input: $input) {
      ... on UnmetNeedRecordSuccess { unmetNeed { id } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

/** One click where a search found nothing: it says what is recorded, and records that alone. */
export function UnmetNeed({ search, sought }: { search: DirectorySearch; sought: Sought }) {
  const { t } = useLingui();
  const { word } = useWords();
  const record = useMutation(RecordDocument);
  const act = useAct();
  const need = needOf(search, sought);
  const said = JSON.stringify(need);
  // A retry sends the same key; another search is another need.
  const [key, setKey] = useState(newKey);
  const [recorded, setRecorded] = useState<string>();
  if (!need) {
    return (
      <p>{t`Choose a state and a kind of help, then you can record that nothing was found.`}</p>
    );
  }
  if (recorded === said) {
    return <Notice tone="good">{t`Recorded. It counts where services are missing.`}</Notice>;
  }
  const facts = [
    states[need.state],
    word(serviceCategory, need.category),
    ...(need.population?.ageBand ? [t`an age range around ${sought.age.trim()}`] : []),
    ...(need.population?.accepts ?? []).map((code) => word(capability, code)),
    ...(search.language ? [word(languageWords, search.language)] : []),
  ].join(', ');
  const save = () =>
    act.run(
      () => record({ input: { ...need, clientMutationKey: key } }),
      () => {
        setKey(newKey());
        setRecorded(said);
      },
    );
  return (
    <Stack gap="small">
      <p>{t`This will be recorded: ${facts}. No name, no words, no case.`}</p>
      <div>
        <Button
          busy={act.busy}
          onClick={() => void save()}
        >{t`Record that nothing was found`}</Button>
      </div>
      {act.problem ? <Notice tone="problem">{act.problem}</Notice> : null}
    </Stack>
  );
}
