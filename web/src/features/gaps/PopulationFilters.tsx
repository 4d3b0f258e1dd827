import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { languageWords } from '~/features/directory/languageWords';
import type { DirectorySearch } from '~/features/directory/search';
import { capability, useWords } from '~/features/words';
import type { Capability } from '~/gql/generated/graphql';
import { ChipChoice, Columns, Fold, Select, Stack } from '~/ui';
import { soughtAge } from './words';

/** Where a service is not told is no wish of anybody who seeks. */
const wishes = (Object.keys(capability) as Capability[]).filter(
  (code) => code !== 'CONFIDENTIAL_LOCATION',
);

interface PopulationFiltersProps {
  search: DirectorySearch;
  onSearch: (next: Partial<DirectorySearch>) => void;
  /** What is chosen before: where, and what kind of help. */
  children: ReactNode;
}

/** For whom: groups, and nobody in particular. Each choice narrows at once. */
export function PopulationFilters({ search, onSearch, children }: PopulationFiltersProps) {
  const { t } = useLingui();
  const { choices, word } = useWords();
  const chosen = [
    ...(search.ages ? [word(soughtAge, search.ages)] : []),
    ...(search.language ? [word(languageWords, search.language)] : []),
    ...(search.accepts ?? []).map((code) => word(capability, code)),
  ];
  return (
    <search aria-label={t`What is asked about`}>
      <Stack>
        <Columns>{children}</Columns>
        <Fold
          title={t`For whom`}
          summary={chosen.length ? chosen.join(', ') : t`Everybody; or by age, language, wishes`}
        >
          <Columns>
            <Select
              label={t`Of this age`}
              choices={choices(soughtAge)}
              value={search.ages ?? null}
              onChange={(ages) => onSearch({ ages: ages ?? undefined })}
              placeholder={t`Any`}
              clearable
            />
            <Select
              label={t`Language spoken there`}
              choices={choices(languageWords)}
              value={search.language ?? null}
              onChange={(language) => onSearch({ language: language ?? undefined })}
              placeholder={t`Any`}
              clearable
            />
          </Columns>
          <ChipChoice
            many
            label={t`What a service has to be able to do`}
            choices={choices(capability, wishes)}
            value={search.accepts ?? []}
            onChange={(accepts) => onSearch({ accepts: accepts.length ? accepts : undefined })}
          />
        </Fold>
      </Stack>
    </search>
  );
}
