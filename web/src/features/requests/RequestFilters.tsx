import { useLingui } from '@lingui/react/macro';
import { requestTopic, stateChoices, urgency, useWords } from '~/features/words';
import { type Choice, Columns, Select } from '~/ui';
import type { RequestsDue, RequestsSearch } from './search';

interface RequestFiltersProps {
  search: RequestsSearch;
  onSearch: (next: Partial<RequestsSearch>) => void;
}

/** Narrows the inbox; each choice narrows at once and stands in the address. */
export function RequestFilters({ search, onSearch }: RequestFiltersProps) {
  const { t } = useLingui();
  const { choices } = useWords();
  const due: Choice<RequestsDue>[] = [
    { value: 'late', label: t`Answer is overdue` },
    { value: 'soon', label: t`Answer is due soon` },
    { value: 'follow-up', label: t`Ask how it went` },
  ];
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
        <Select
          label={t`What is due`}
          choices={due}
          value={search.due ?? null}
          onChange={(next) => onSearch({ due: next ?? undefined })}
          placeholder={t`Any`}
          clearable
        />
      </Columns>
    </search>
  );
}
