import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { LanguageCode } from '~/features/directory/languages';
import { languageWords } from '~/features/directory/languageWords';
import { capability, serviceCategory, states, useWords } from '~/features/words';
import { type Column, Day } from '~/ui';
import { soughtLanguages } from './sought';
import type { ListedNeed } from './UnmetNeeds';
import { soughtAge } from './words';

const codeOf = (language: ListedNeed['languages'][number]) =>
  (Object.keys(soughtLanguages) as LanguageCode[]).find((c) => soughtLanguages[c] === language);

/** What is told of a search that found nothing. */
export function useNeedColumns(): readonly Column<ListedNeed>[] {
  const { t } = useLingui();
  const { word } = useWords();
  return useMemo(
    () => [
      {
        id: 'help',
        header: t`Kind of help`,
        cell: (row) => word(serviceCategory, row.category),
      },
      {
        id: 'where',
        header: t`Where`,
        cell: (row) =>
          row.state ? states[row.state] : <span className="t-soft">{t`Not told: too few`}</span>,
      },
      {
        id: 'whom',
        header: t`For whom`,
        cell: (row) => {
          const whom = [
            ...(row.ageBand ? [t`age ${word(soughtAge, row.ageBand)}`] : []),
            ...row.languages.flatMap((one) => {
              const code = codeOf(one);
              return code ? [word(languageWords, code)] : [];
            }),
            ...row.accepts.map((code) => word(capability, code)),
          ];
          return whom.length ? whom.join(', ') : t`Anybody`;
        },
      },
      { id: 'day', header: t`Sought on`, cell: (row) => <Day value={row.recordedOn} /> },
    ],
    [t, word],
  );
}
