import { useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { DirectorySearch } from '~/features/directory/search';
import { serviceCategory, useWords } from '~/features/words';
import { graphql, useQuery } from '~/gql';
import type { ResourceDesertsQuery } from '~/gql/generated/graphql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Needs } from '~/shell/Needs';
import { Page, Section, Select, SkeletonRows, Stack } from '~/ui';
import { GapLinks } from './GapLinks';
import { GapPicture } from './GapPicture';
import { GapTable } from './GapTable';
import css from './gaps.module.css';
import { PopulationFilters } from './PopulationFilters';
import { populationOf } from './sought';

const DesertsDocument = graphql(`
  query ResourceDeserts($category: ServiceCategory!, $population: PopulationInput) {
    resourceDeserts(category: $category, population: $population) {
      state services coverage listed unmetNeedsAtLeast atCapacityAtLeast
    }
  }
`);
export type Desert = ResourceDesertsQuery['resourceDeserts'][number];

/** Where services are missing: what the directory lists of a kind of help, place by place. */
export function GapMap() {
  return (
    <Needs act="RESOURCE_GAP_VIEW">
      <MapScreen />
    </Needs>
  );
}

function MapScreen() {
  const { t } = useLingui();
  const { choices, word } = useWords();
  const navigate = useNavigate();
  const search = useSearch({ from: '/signed-in/resources/map' });
  const kind = search.kind ?? 'SPECIALISED_CSEC_PROGRAM';
  const { data, fault, retry } = useQuery(
    DesertsDocument,
    { category: kind, population: populationOf(search) },
    { fresh: true, touches: ['Service', 'UnmetNeed'] },
  );
  const narrow = (next: Partial<DirectorySearch>) =>
    void navigate({ to: '/resources/map', search: { ...search, ...next }, replace: true });
  const asked = {
    kind,
    ages: search.ages,
    language: search.language,
    accepts: search.accepts,
  };
  return (
    <Page
      title={t`Where services are missing`}
      lead={t`What the directory lists and can be relied on, place by place. Where nothing is listed, help may still be needed.`}
    >
      <Stack>
        <GapLinks />
        <Section title={t`Which help, and for whom?`}>
          <PopulationFilters search={search} onSearch={narrow}>
            <Select
              label={t`Kind of help`}
              choices={choices(serviceCategory)}
              value={kind}
              onChange={(next) => next && narrow({ kind: next })}
            />
          </PopulationFilters>
        </Section>
        {fault ? <FaultNotice fault={fault} retry={retry} /> : null}
        {!data && !fault ? <SkeletonRows rows={10} /> : null}
        {data ? (
          <div className={css.beside}>
            <div className={css.picture}>
              <Section title={word(serviceCategory, kind)}>
                <GapPicture deserts={data.resourceDeserts} asked={asked} />
              </Section>
            </div>
            <GapTable deserts={data.resourceDeserts} asked={asked} />
          </div>
        ) : null}
      </Stack>
    </Page>
  );
}
