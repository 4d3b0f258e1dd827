import { useLingui } from '@lingui/react/macro';
import type { DirectorySearch, Sought } from '~/features/directory/search';
import { useWords, verification } from '~/features/words';
import type { Verification } from '~/gql/generated/graphql';
import { ChipChoice, Select, Stack, TextField } from '~/ui';
import { Near } from './Near';

/** What has ended is in no list. */
const checked: Verification[] = ['VERIFIED', 'STALE', 'UNVERIFIED'];

export interface MoreFiltersProps {
  search: Pick<DirectorySearch, 'state' | 'checked' | 'specialised'>;
  onSearch: (next: Pick<DirectorySearch, 'checked' | 'specialised'>) => void;
  sought: Sought;
  onSought: (next: Partial<Sought>) => void;
}

/** How far an entry can be relied on, and whether it is help of our field. */
export function MoreFilters({ search, onSearch, sought, onSought }: MoreFiltersProps) {
  const { t } = useLingui();
  const { choices } = useWords();
  return (
    <Stack>
      <Near near={sought.near} onNear={onSought} />
      <TextField
        label={t`County it serves`}
        hint={
          search.state
            ? t`By name, or with the whole state.`
            : t`Choose the state first: many have a county of the same name.`
        }
        disabled={!search.state}
        value={sought.county ?? ''}
        onChange={(county) => onSought({ county })}
        maxLength={60}
      />
      <Select
        label={t`How lately checked`}
        choices={choices(verification, checked)}
        value={search.checked ?? null}
        onChange={(next) => onSearch({ checked: next ?? undefined })}
        placeholder={t`Any`}
        clearable
      />
      <ChipChoice
        many
        label={t`Made for whom`}
        choices={[{ value: 'yes', label: t`Only help made for trafficked youth` }]}
        value={search.specialised ? ['yes'] : []}
        onChange={(next) => onSearch({ specialised: next.length ? true : undefined })}
      />
    </Stack>
  );
}
