import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { graphql, useCan, usePages } from '~/gql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Needs } from '~/shell/Needs';
import {
  ButtonLink,
  ChipChoice,
  DataTable,
  Day,
  EmptyState,
  Link,
  Page,
  Row,
  Stack,
  ViewLinks,
} from '~/ui';
import { type ClockPart, type ClockView, filterOf } from './search';
import { useClockColumns } from './useClockColumns';
import { useParts } from './useParts';

const ClocksDocument = graphql(`
  query Clocks($filter: ClockFilter!, $after: String) {
    clocks(filter: $filter, first: 25, after: $after) {
      edges {
        node {
          id title status dueAt metAt jurisdiction
          owner { id name }
          case { id alias }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** What is due on the cases in one's reach, by how it stands. Numbers of work lead here. */
export function Clocks() {
  return (
    <Needs act="CLOCK_VIEW">
      <ClocksScreen />
    </Needs>
  );
}

function ClocksScreen() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const leads = useCan('CASE_ASSIGN');
  const reads = useCan('CLOCK_DEFINITIONS_VIEW');
  const search = useSearch({ from: '/signed-in/clocks' });
  const part: ClockPart = search.part ?? 'running';
  const view: ClockView = search.view ?? (leads ? 'team' : 'mine');
  const pages = usePages(
    ClocksDocument,
    { filter: filterOf(view, part, search.since) },
    (data) => data.clocks,
    ['Clock'],
  );
  const columns = useClockColumns();
  const parts = useParts();
  return (
    <Page
      title={t`What is due`}
      lead={t`By law or by agreement, on open cases; the first due first.`}
      actions={
        reads ? (
          <ButtonLink look="quiet" to="/admin/clocks">{t`By which definitions`}</ButtonLink>
        ) : undefined
      }
    >
      <Stack>
        <ViewLinks
          label={t`By how it stands`}
          views={parts.map(({ key, label }) => ({
            key,
            link: (
              <Link
                to="/clocks"
                search={{ view: search.view, part: key === 'running' ? undefined : key }}
                activeOptions={{ exact: true }}
                aria-current={key === part ? 'page' : undefined}
              >
                {label}
              </Link>
            ),
          }))}
        />
        {leads ? (
          <ChipChoice
            label={t`Of which cases`}
            choices={[
              { value: 'team', label: t`My team's` },
              { value: 'mine', label: t`Mine` },
            ]}
            value={view}
            onChange={(next: ClockView) =>
              void navigate({ to: '/clocks', search: { ...search, view: next }, replace: true })
            }
          />
        ) : null}
        {search.since ? (
          <Row>
            <span className="t-soft">
              <Trans>
                Ended on <Day value={search.since} /> or later, if they ended
              </Trans>
            </span>
            <ButtonLink
              look="quiet"
              to="/clocks"
              search={{ view: search.view, part: search.part }}
            >{t`Clear the filter`}</ButtonLink>
          </Row>
        ) : null}
        {pages.fault ? <FaultNotice fault={pages.fault} retry={pages.retry} /> : null}
        {pages.fault && !pages.rows ? null : (
          <DataTable
            label={t`What is due`}
            columns={columns}
            rows={pages.rows}
            rowKey={(row) => row.id}
            onOpen={(row) =>
              void navigate({ to: '/cases/$caseId', params: { caseId: row.case.id } })
            }
            fetching={pages.fetching}
            hasMore={pages.hasMore}
            onMore={pages.more}
            empty={
              <EmptyState
                title={t`All caught up`}
              >{t`Nothing on these cases stands so.`}</EmptyState>
            }
          />
        )}
      </Stack>
    </Page>
  );
}
