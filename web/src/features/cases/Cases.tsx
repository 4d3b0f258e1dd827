import { useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { graphql, useCan, usePages } from '~/gql';
import { FaultNotice } from '~/shell/FaultNotice';
import { ButtonLink, DataTable, EmptyState, Page, Stack } from '~/ui';
import { CaseViews } from './CaseViews';
import { Narrowed } from './Narrowed';
import { SelectedCases } from './SelectedCases';
import { type CaseOrderName, type CaseViewName, filterOf, orderOf } from './search';
import { useCaseColumns } from './useCaseColumns';
import { useSelection } from './useSelection';

export const CasesDocument = graphql(`
  query Cases($filter: CaseFilter, $order: CaseOrder, $after: String) {
    cases(filter: $filter, order: $order, first: 25, after: $after) {
      edges {
        node {
          id version alias status planState openedAt
          specialist { id name }
          advocate { id name }
          lastContactAt nextContactOn nextReviewOn nextStaffingAt
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** The cases in one's reach, by view. The server filters, sorts and pages. */
export function Cases() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const search = useSearch({ from: '/signed-in/cases' });
  const leads = useCan('CASE_ASSIGN');
  const view: CaseViewName = search.view ?? (leads ? 'team' : 'mine');
  const order: CaseOrderName = search.order ?? (view === 'review-overdue' ? 'review' : 'contact');
  const pages = usePages(
    CasesDocument,
    { filter: filterOf(view, search), order: orderOf[order] },
    (data) => data.cases,
    ['Case'],
  );
  const selection = useSelection(pages.rows);
  const columns = useCaseColumns(leads ? selection : undefined);
  return (
    <Page title={t`Cases`} lead={t`Those that waited longest for a contact come first.`}>
      <Stack>
        <CaseViews current={view} />
        <Narrowed search={search} specialist={pages.rows?.[0]?.specialist?.name} />
        {pages.fault ? <FaultNotice fault={pages.fault} retry={pages.retry} /> : null}
        {pages.fault && !pages.rows ? null : (
          <DataTable
            label={t`Cases`}
            columns={columns}
            rows={pages.rows}
            rowKey={(row) => row.id}
            onOpen={(row) => void navigate({ to: '/cases/$caseId', params: { caseId: row.id } })}
            {...(leads ? { onSelect: selection.toggle } : {})}
            order={order}
            onOrder={(next) =>
              void navigate({ to: '/cases', search: { ...search, order: next }, replace: true })
            }
            fetching={pages.fetching}
            hasMore={pages.hasMore}
            onMore={pages.more}
            empty={
              <NoCases view={view} narrowed={Boolean(search.specialist || search.referrals)} />
            }
          />
        )}
        {leads ? (
          <SelectedCases
            selected={selection.selected}
            onAll={selection.all}
            onClear={selection.clear}
          />
        ) : null}
      </Stack>
    </Page>
  );
}

/** Three kinds of nothing: nothing yet, nothing left to do, nothing that matches. */
function NoCases({ view, narrowed }: { view: CaseViewName; narrowed: boolean }) {
  const { t } = useLingui();
  if (narrowed) {
    return (
      <EmptyState
        title={t`Nothing matches`}
        actions={<ButtonLink to="/cases">{t`Clear the filter`}</ButtonLink>}
      >
        {t`No case of this view is left with this filter.`}
      </EmptyState>
    );
  }
  if (view === 'mine') {
    return (
      <EmptyState title={t`Nothing assigned yet`}>
        {t`When a supervisor assigns you a case, it is here, and you get a message that something waits.`}
      </EmptyState>
    );
  }
  if (view === 'team') {
    return (
      <EmptyState
        title={t`No cases yet`}
        actions={<ButtonLink to="/requests">{t`Look at the requests`}</ButtonLink>}
      >
        {t`A case begins with a request.`}
      </EmptyState>
    );
  }
  return <EmptyState title={t`All caught up`}>{t`No case is in this view.`}</EmptyState>;
}
