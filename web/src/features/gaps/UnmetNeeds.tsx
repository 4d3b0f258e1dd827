import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { DirectorySearch } from '~/features/directory/search';
import { serviceCategory, stateChoices, useWords } from '~/features/words';
import { graphql, usePages } from '~/gql';
import type { UnmetNeedsQuery } from '~/gql/generated/graphql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Needs } from '~/shell/Needs';
import { Button, DataTable, EmptyState, Notice, Page, Section, Select, Stack } from '~/ui';
import { GapLinks } from './GapLinks';
import { PopulationFilters } from './PopulationFilters';
import { populationOf } from './sought';
import { useNeedColumns } from './useNeedColumns';

const UnmetNeedsDocument = graphql(`
  query UnmetNeeds($filter: UnmetNeedFilter, $after: String) {
    unmetNeeds(filter: $filter, first: 25, after: $after) {
      edges { node { id recordedOn category state ageBand accepts languages } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
export type ListedNeed = UnmetNeedsQuery['unmetNeeds']['edges'][number]['node'];

/** What was sought in the directory and not found, newest first. It names nobody. */
export function UnmetNeeds() {
  return (
    <Needs act="RESOURCE_GAP_VIEW">
      <NeedsScreen />
    </Needs>
  );
}

function NeedsScreen() {
  const { t } = useLingui();
  const { choices } = useWords();
  const navigate = useNavigate();
  const search = useSearch({ from: '/signed-in/resources/unmet' });
  const { state, kind, tribal } = search;
  const pages = usePages(
    UnmetNeedsDocument,
    {
      filter: {
        category: kind ?? null,
        state: state ?? null,
        tribal: tribal ?? false,
        population: populationOf(search),
      },
    },
    (data) => data.unmetNeeds,
    ['UnmetNeed'],
  );
  const columns = useNeedColumns();
  const narrow = (next: Partial<DirectorySearch>) =>
    void navigate({ to: '/resources/unmet', search: { ...search, ...next }, replace: true });
  const narrowed = Boolean(
    state || kind || tribal || search.ages || search.language || search.accepts?.length,
  );
  const clear = (
    <Button
      look="quiet"
      onClick={() => void navigate({ to: '/resources/unmet', search: {}, replace: true })}
    >{t`Clear the filters`}</Button>
  );
  return (
    <Page
      title={t`What was not found`}
      lead={t`Searches of the last twelve months that found no service, newest first. Nobody is named in them.`}
    >
      <Stack>
        <GapLinks />
        <Section title={t`Which help, and for whom?`} actions={narrowed ? clear : undefined}>
          <PopulationFilters search={search} onSearch={narrow}>
            <Select
              label={t`Kind of help`}
              choices={choices(serviceCategory)}
              value={kind ?? null}
              onChange={(next) => narrow({ kind: next ?? undefined })}
              placeholder={t`Any`}
              clearable
            />
            <Select
              label={t`State or territory`}
              choices={stateChoices}
              value={state ?? null}
              onChange={(next) => narrow({ state: next ?? undefined })}
              placeholder={t`Any`}
              clearable
            />
          </PopulationFilters>
        </Section>
        {tribal ? <Notice>{t`Only what was sought of tribal programs.`}</Notice> : null}
        <p className="t-soft">
          <Trans>
            Where something was sought is told only when five or more say exactly the same of the
            same place. A search by state finds only those; there may be more.
          </Trans>
        </p>
        {pages.fault ? <FaultNotice fault={pages.fault} retry={pages.retry} /> : null}
        {pages.fault && !pages.rows ? null : (
          <DataTable
            label={t`What was not found`}
            columns={columns}
            rows={pages.rows}
            rowKey={(row) => row.id}
            fetching={pages.fetching}
            hasMore={pages.hasMore}
            onMore={pages.more}
            empty={<NoNeeds narrowed={narrowed} clear={clear} />}
          />
        )}
      </Stack>
    </Page>
  );
}

/** That nothing was recorded is not that nothing was needed. */
function NoNeeds({ narrowed, clear }: { narrowed: boolean; clear: React.ReactNode }) {
  const { t } = useLingui();
  return narrowed ? (
    <EmptyState title={t`Nothing matches`} actions={clear}>
      {t`Nothing that is told here fits all of this. That does not say that nothing is needed.`}
    </EmptyState>
  ) : (
    <EmptyState title={t`Nothing was recorded`}>
      {t`Where a search of the directory finds nothing, it can be recorded there with one press.`}
    </EmptyState>
  );
}
