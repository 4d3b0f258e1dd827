import { useLingui } from '@lingui/react/macro';
import { useActWords } from '~/features/cases/actWords';
import { graphql, useCan, useQuery } from '~/gql';
import { Button, Columns, DateField, Fold, Row, Select } from '~/ui';
import { isNarrowed, type TrailSearch } from './search';
import type { TrailEntry } from './useTrail';

const PeopleDocument = graphql(`
  query TrailPeople {
    colleagues { id name }
  }
`);
const outcomes = ['DONE', 'SEEN', 'REFUSED', 'FAILED'] as const;

interface TrailFiltersProps {
  search: TrailSearch;
  /** Entries on screen: people who left can be sought too, once they were seen. */
  seen: readonly TrailEntry[];
  onSeek: (next: TrailSearch) => void;
}

/** Who, what, how it ended, from when until when. */
export function TrailFilters({ search, seen, onSeek }: TrailFiltersProps) {
  const { t, i18n } = useLingui();
  const words = useActWords();
  const day = (value: string) => i18n.date(new Date(`${value}T12:00`), { dateStyle: 'medium' });
  const knows = useCan('COLLEAGUE_VIEW');
  const { data } = useQuery(PeopleDocument, {}, { pause: !knows });
  const people = new Map<string, string>();
  for (const { actor } of seen) if (actor) people.set(actor.id, actor.name);
  for (const { id, name } of data?.colleagues ?? []) people.set(id, name);
  const on = [
    search.act && words.act(search.act),
    search.who && people.get(search.who),
    search.outcome && words.outcome(search.outcome),
    search.from && t`from ${day(search.from)}`,
    search.until && t`until ${day(search.until)}`,
  ].filter(Boolean);
  const summary = on.length > 0 ? on.join(' · ') : t`everything`;
  const hint = t`For example: yesterday, -7 or 11/18`;
  return (
    <Fold title={t`What is sought`} summary={summary}>
      <Columns>
        <Select
          label={t`What was done`}
          choices={words.acts()}
          value={search.act ?? null}
          onChange={(act: string | null) => onSeek({ ...search, act: act ?? undefined })}
          clearable
        />
        <Select
          label={t`By whom`}
          choices={[...people]
            .map(([value, label]) => ({ value, label }))
            .sort((one, other) => one.label.localeCompare(other.label))}
          value={search.who ?? null}
          onChange={(who: string | null) => onSeek({ ...search, who: who ?? undefined })}
          clearable
        />
        <Select
          label={t`How it ended`}
          choices={outcomes.map((value) => ({ value, label: words.outcome(value) }))}
          value={search.outcome ?? null}
          onChange={(outcome) => onSeek({ ...search, outcome: outcome ?? undefined })}
          clearable
        />
        <DateField
          label={t`From`}
          hint={hint}
          value={search.from ?? null}
          onChange={(from) => onSeek({ ...search, from: from ?? undefined })}
        />
        <DateField
          label={t`Until`}
          hint={hint}
          value={search.until ?? null}
          onChange={(until) => onSeek({ ...search, until: until ?? undefined })}
        />
      </Columns>
      {isNarrowed(search) ? (
        <Row justify="end">
          <Button look="quiet" onClick={() => onSeek({})}>{t`Clear the filter`}</Button>
        </Row>
      ) : null}
    </Fold>
  );
}
