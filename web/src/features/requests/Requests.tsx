import { useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { requesterKind, urgency, useWords } from '~/features/words';
import { urgencyTones } from '~/features/words/tones';
import { graphql, useCan, usePages } from '~/gql';
import type { RequestsQuery } from '~/gql/generated/graphql';
import { FaultNotice } from '~/shell/FaultNotice';
import {
  Ago,
  ButtonLink,
  type Column,
  DataTable,
  EmptyState,
  Hideable,
  Link,
  Page,
  Stack,
  StatusPill,
  ViewLinks,
} from '~/ui';
import { FirstResponse } from './FirstResponse';
import { RequestFilters } from './RequestFilters';
import { askedFor, type RequestView } from './search';

const RequestsDocument = graphql(`
  query Requests($states: [RequestState!], $filter: RequestFilter, $order: RequestOrder, $after: String) {
    requests(states: $states, filter: $filter, order: $order, first: 25, after: $after) {
      edges {
        node {
          id state receivedAt firstResponseDueAt firstResponseAt
          requesterKind requesterName requesterOrganization urgency
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
type Row = RequestsQuery['requests']['edges'][number]['node'];

/** What came in, what waits, and until when it waits for a first response. */
export function Requests() {
  const { t } = useLingui();
  const { word } = useWords();
  const navigate = useNavigate();
  const mayRecord = useCan('REQUEST_RECORD');
  const search = useSearch({ from: '/signed-in/requests' });
  const { view = 'open' } = search;
  const pages = usePages(RequestsDocument, askedFor(search), (data) => data.requests, ['Request']);
  const views: { key: RequestView; label: string }[] = [
    { key: 'open', label: t`Open` },
    { key: 'waiting', label: t`Waiting` },
    { key: 'answered', label: t`Answered` },
    { key: 'cases', label: t`Became a case` },
    { key: 'closed', label: t`Closed` },
  ];
  const columns: Column<Row>[] = [
    {
      id: 'who',
      header: t`Who asks`,
      cell: (row) => (
        <Link to="/requests/$requestId" params={{ requestId: row.id }}>
          <Hideable>{row.requesterName}</Hideable>
        </Link>
      ),
    },
    {
      id: 'kind',
      header: t`For whom they work`,
      wideOnly: true,
      cell: (row) => (
        <span>
          {row.requesterOrganization ? `${row.requesterOrganization} · ` : ''}
          {word(requesterKind, row.requesterKind)}
        </span>
      ),
    },
    {
      id: 'urgency',
      header: t`Urgency`,
      cell: (row) => (
        <StatusPill tone={urgencyTones[row.urgency]}>{word(urgency, row.urgency)}</StatusPill>
      ),
    },
    { id: 'received', header: t`Came in`, cell: (row) => <Ago value={row.receivedAt} /> },
    { id: 'due', header: t`First response`, cell: (row) => <FirstResponse request={row} /> },
  ];
  const record = mayRecord ? (
    <ButtonLink to="/requests/new" look="main">{t`Record a request`}</ButtonLink>
  ) : undefined;
  return (
    <Page
      title={t`Requests`}
      lead={t`Calls and messages that ask for our help. Those that wait stand first by when an answer is due.`}
      actions={record}
    >
      <Stack>
        <ViewLinks
          label={t`Views of the requests`}
          views={views.map(({ key, label }) => ({
            key,
            link: (
              <Link
                to="/requests"
                search={{ ...search, view: key === 'open' ? undefined : key }}
                activeOptions={{ exact: true }}
                aria-current={key === view ? 'page' : undefined}
              >
                {label}
              </Link>
            ),
          }))}
        />
        <RequestFilters
          search={search}
          onSearch={(next) =>
            void navigate({ to: '/requests', search: { ...search, ...next }, replace: true })
          }
        />
        {pages.fault ? <FaultNotice fault={pages.fault} retry={pages.retry} /> : null}
        {pages.fault && !pages.rows ? null : (
          <DataTable
            label={t`Requests`}
            columns={columns}
            rows={pages.rows}
            rowKey={(row) => row.id}
            onOpen={(row) =>
              void navigate({ to: '/requests/$requestId', params: { requestId: row.id } })
            }
            fetching={pages.fetching}
            hasMore={pages.hasMore}
            onMore={pages.more}
            empty={<NoRequests view={search.due ? undefined : view} record={record} />}
          />
        )}
      </Stack>
    </Page>
  );
}

/** Without a view when what is there was narrowed down. */
function NoRequests({ view, record }: { view?: RequestView; record: React.ReactNode }) {
  const { t } = useLingui();
  return view === 'open' || view === 'waiting' ? (
    <EmptyState title={t`All caught up`} actions={record}>
      {t`No request waits for a first response. When somebody calls, record it here.`}
    </EmptyState>
  ) : (
    <EmptyState
      title={t`Nothing here`}
      actions={<ButtonLink to="/requests">{t`Show the open ones`}</ButtonLink>}
    >
      {t`No request is in this view.`}
    </EmptyState>
  );
}
