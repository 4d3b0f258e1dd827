import { useLingui } from '@lingui/react/macro';
import { LazyMoreFilters } from '~/features/finding/LazyFinding';
import {
  capability,
  capacity,
  serviceCategory,
  stateChoices,
  useWords,
  verification,
} from '~/features/words';
import type { Capability } from '~/gql/generated/graphql';
import { ChipChoice, Columns, Fold, Select, Stack, TextField } from '~/ui';
import css from './directory.module.css';
import { languageWords } from './languageWords';
import { ageOf, type DirectorySearch, type Sought } from './search';

/** Where a service is not told is no wish of anybody who seeks. */
const wishes = (Object.keys(capability) as Capability[]).filter(
  (code) => code !== 'CONFIDENTIAL_LOCATION',
);

export type Narrowing = Partial<Omit<DirectorySearch, 'case' | 'step'>>;

interface FiltersProps {
  search: Narrowing;
  onSearch: (next: Narrowing) => void;
  sought: Sought;
  onSought: (next: Partial<Sought>) => void;
  /** Where the typed words are: Enter goes on from there. */
  wordsId: string;
  /** In a drawer there is less room, and the words stand next to what is found. */
  inDrawer?: boolean;
}

/** Where, what kind, whom it takes; then words. Each choice narrows at once. */
export function Filters(props: FiltersProps) {
  const { search, onSearch, sought, onSought, wordsId, inDrawer = false } = props;
  const { t } = useLingui();
  const { choices, word } = useWords();
  const badAge = Number.isNaN(ageOf(sought.age));
  const words = (
    <div id={wordsId}>
      <TextField
        type="search"
        label={t`Words`}
        placeholder={t`Part of a name, or what it offers`}
        value={sought.words}
        onChange={(next) => onSought({ words: next })}
        maxLength={200}
      />
    </div>
  );
  const chosen = [
    ...(search.accepts ?? []).map((code) => word(capability, code)),
    ...(search.room ? [word(capacity, search.room)] : []),
    ...(search.checked ? [word(verification, search.checked)] : []),
    ...(sought.near ? [sought.near.city] : []),
    ...(search.state && sought.county?.trim() ? [sought.county.trim()] : []),
    ...(sought.age.trim() && !badAge ? [t`age ${sought.age.trim()}`] : []),
  ];
  return (
    <Stack>
      <div className={inDrawer ? css.pairOfFields : css.fields}>
        {inDrawer ? null : words}
        <Select
          label={t`State or territory it serves`}
          choices={stateChoices}
          value={search.state ?? null}
          onChange={(state) => onSearch({ state: state ?? undefined })}
          placeholder={t`Any`}
          clearable
        />
        <Select
          label={t`Kind of help`}
          choices={choices(serviceCategory)}
          value={search.kind ?? null}
          onChange={(kind) => onSearch({ kind: kind ?? undefined })}
          placeholder={t`Any`}
          clearable
        />
      </div>
      <Fold
        title={t`Whom it takes, and how`}
        summary={chosen.length ? chosen.join(', ') : t`Age, who is accepted, language, room`}
      >
        <ChipChoice
          many
          label={t`What it says of itself`}
          choices={choices(capability, wishes)}
          value={search.accepts ?? []}
          onChange={(accepts) => onSearch({ accepts: accepts.length ? accepts : undefined })}
        />
        <Columns>
          <TextField
            label={t`For somebody of this age`}
            inputMode="numeric"
            maxLength={3}
            value={sought.age}
            hint={badAge ? t`Write whole years, like 15.` : undefined}
            onChange={(age) => onSought({ age })}
          />
          <Select
            label={t`Language spoken there`}
            choices={choices(languageWords)}
            value={search.language ?? null}
            onChange={(language) => onSearch({ language: language ?? undefined })}
            placeholder={t`Any`}
            clearable
          />
          <Select
            label={t`Room`}
            choices={choices(capacity)}
            value={search.room ?? null}
            onChange={(room) => onSearch({ room: room ?? undefined })}
            placeholder={t`Any`}
            clearable
          />
        </Columns>
        <LazyMoreFilters search={search} onSearch={onSearch} sought={sought} onSought={onSought} />
      </Fold>
      {inDrawer ? words : null}
    </Stack>
  );
}
