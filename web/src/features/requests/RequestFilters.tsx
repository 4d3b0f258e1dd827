import { useLingui } from '@lingui/react/macro';
import { requestTopic, stateChoices, urgency, useWords } from '~/features/words';
import { Check, Columns, Select } from '~/ui';
import type { RequestsSearch } from './search';

interface RequestFiltersProps {
  search: RequestsSearch;
  onSearch: (next: Partial<RequestsSearch>) => void;
}

/** Narrows the inbox; each choice narrows at once and stands in the address. */
export function RequestFilters({ search, onSearch }: RequestFiltersProps) {
  const { t } = useLingui();
  const { choices } = useWords();
  return (
    <search aria-label={t`Narrow the requests`}>
      <Columns>
        <Select
          label={t`Urgency`}
          choices={choices(urgency)}
          value={search.urgency ?? null}
          onChange={(next) => onSearch({ urgency: next ?? undefined })}
          placeholder={t`Any`}
          clearable
        />
        <Select
          label={t`Topic`}
          choices={choices(requestTopic)}
          value={search.topic ?? null}
          onChange={(next) => onSearch({ topic: next ?? undefined })}
          placeholder={t`Any`}
          clearable
        />
        <Select
          label={t`State or territory`}
          choices={stateChoices}
          value={search.state ?? null}
          onChange={(next) => onSearch({ state: next ?? undefined })}
          placeholder={t`Any`}
          clearable
        />
        <Check
          label={t`Only those that wait longer than promised`}
          value={search.late ?? false}
          onChange={(late) => onSearch({ late: late || undefined })}
        />
      </Columns>
    </search>
  );
}
