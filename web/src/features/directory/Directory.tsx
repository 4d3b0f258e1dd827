import { useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import { LazyInstead } from '~/features/finding/LazyFinding';
import { LazyFromMap, LazyGapLinks } from '~/features/gaps/LazyGapLinks';
import { LazyUnmetNeed } from '~/features/gaps/LazyUnmetNeed';
import { LazyReferDrawer } from '~/features/referrals/LazyReferDrawer';
import { useCan, usePages } from '~/gql';
import { useShortcut } from '~/safety';
import { FaultNotice } from '~/shell/FaultNotice';
import { Button, DataTable, EmptyState, Page, Section, Stack } from '~/ui';
import { Filters, type Narrowing } from './Filters';
import { ForCase } from './ForCase';
import { type ListedService, ServicesDocument } from './query';
import { RecordService } from './RecordService';
import { filterOf, fromMap, narrows, seeks } from './search';
import { useServiceColumns } from './useServiceColumns';
import { nothing, remember, remembered, useSought } from './useSought';

/** The directory: by place, kind, whom a service takes, and words. */
export function Directory() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const search = useSearch({ from: '/signed-in/resources' });
  const refers = useCan('REFERRAL_MAKE');
  const records = useCan('SERVICE_RECORD');
  const misses = useCan('UNMET_NEED_RECORD');
  const looksForGaps = useCan('RESOURCE_GAP_VIEW');
  const [sought, setSought] = useSought();
  const [referring, setReferring] = useState<ListedService>();
  const wordsId = useId();
  const settled = useDeferredValue(sought);
  const pages = usePages(
    ServicesDocument,
    { filter: filterOf(search, settled), first: 25 },
    (data) => data.services,
    ['Service'],
  );
  const worded = Boolean(settled.words.trim());
  const ranked = worded || Boolean(settled.near);
  const why = useMemo(
    () => (ranked ? new Map(pages.edges?.map((edge) => [edge.node.id, edge])) : undefined),
    [pages.edges, ranked],
  );
  const returning = useRef(!search.case && !narrows(search) && narrows(remembered()));
  useEffect(() => {
    if (returning.current) {
      returning.current = false;
      void navigate({ to: '/resources', search: remembered(), replace: true });
    } else remember(search);
  }, [navigate, search]);
  const columns = useServiceColumns(refers ? setReferring : undefined, why);
  const field = () => document.getElementById(wordsId)?.querySelector('input');
  useShortcut('/', t`Search the directory`, () => field()?.focus());
  const narrow = (next: Narrowing) =>
    void navigate({ to: '/resources', search: { ...search, ...next }, replace: true });
  const narrowed = narrows(search) || seeks(sought);
  const clear = () => {
    setSought(nothing);
    void navigate({
      to: '/resources',
      search: { case: search.case, step: search.step },
      replace: true,
    });
  };
  const clearButton = <Button look="quiet" onClick={clear}>{t`Clear the filters`}</Button>;
  return (
    <Page
      title={t`Directory`}
      lead={t`Services that can help, those checked most lately first.`}
      actions={
        records ? (
          <RecordService
            onRecorded={(serviceId) =>
              void navigate({ to: '/resources/$serviceId', params: { serviceId } })
            }
          />
        ) : undefined
      }
    >
      <Stack>
        {search.case ? <ForCase caseId={search.case} /> : null}
        {looksForGaps && !search.case ? <LazyGapLinks /> : null}
        <Section title={t`What is needed?`} actions={narrowed ? clearButton : undefined}>
          <search
            aria-label={t`Search the directory`}
            onKeyDown={(event) => {
              // From the words on to the list: J and K then go through it.
              if (event.key === 'Enter' && event.target === field()) field()?.blur();
            }}
          >
            <Filters
              search={search}
              onSearch={narrow}
              sought={sought}
              onSought={setSought}
              wordsId={wordsId}
            />
          </search>
        </Section>
        {fromMap(search) ? <LazyFromMap search={search} /> : null}
        {pages.data?.services.searchedInstead && worded ? (
          <LazyInstead
            typed={settled.words.trim()}
            instead={pages.data.services.searchedInstead}
            onExact={() => setSought({ exact: settled.words.trim() })}
          />
        ) : null}
        {pages.fault ? <FaultNotice fault={pages.fault} retry={pages.retry} /> : null}
        {pages.fault && !pages.rows ? null : (
          <DataTable
            label={t`Services`}
            columns={columns}
            rows={pages.rows}
            rowKey={(row) => row.id}
            onOpen={(row) =>
              void navigate({
                to: '/resources/$serviceId',
                params: { serviceId: row.id },
                search: { case: search.case, step: search.step },
              })
            }
            fetching={pages.fetching}
            hasMore={pages.hasMore}
            onMore={pages.more}
            empty={<NoServices narrowed={narrowed} clear={clearButton} />}
          />
        )}
        {misses && narrowed && pages.rows?.length === 0 && !pages.fetching ? (
          <LazyUnmetNeed search={search} sought={settled} />
        ) : null}
      </Stack>
      <LazyReferDrawer
        opened={referring !== undefined}
        caseId={search.case}
        stepId={search.step}
        service={referring}
        onClose={() => setReferring(undefined)}
      />
    </Page>
  );
}

/** Nothing matches, or nothing is there yet. */
function NoServices({ narrowed, clear }: { narrowed: boolean; clear: React.ReactNode }) {
  const { t } = useLingui();
  return narrowed ? (
    <EmptyState title={t`Nothing matches`} actions={clear}>
      {t`No service in the directory fits all of this. Try a neighboring state, or fewer wishes.`}
    </EmptyState>
  ) : (
    <EmptyState title={t`The directory is empty`}>
      {t`A directory curator records services; they are here then.`}
    </EmptyState>
  );
}
