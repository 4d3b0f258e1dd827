import { useLingui } from '@lingui/react/macro';
import { useSearch } from '@tanstack/react-router';
import { graphql, usePages } from '~/gql';
import type { MailQuery } from '~/gql/generated/graphql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Needs } from '~/shell/Needs';
import { Ago, type Column, DataTable, EmptyState, Page, Stack } from '~/ui';
import { AdminViews } from './AdminViews';
import { useMailWords } from './mailWords';
import { RetryMail } from './RetryMail';
import { type MailView, statesOf } from './search';

const MailDocument = graphql(`
  query Mail($states: [MailState!], $after: String) {
    mail(states: $states, first: 25, after: $after) {
      edges {
        node {
          id state template attempts createdAt lastError nextTryAt
          recipient { id name }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
type MailRow = MailQuery['mail']['edges'][number]['node'];

/** Messages that were given up, that wait, that were taken. What they say is never shown (rule 122). */
export function Mail() {
  return (
    <Needs act="MAIL_VIEW">
      <MailScreen />
    </Needs>
  );
}

function MailScreen() {
  const { t } = useLingui();
  const words = useMailWords();
  const { view = 'parked' } = useSearch({ from: '/signed-in/admin/mail' });
  const pages = usePages(MailDocument, { states: statesOf[view] }, (data) => data.mail, [
    'MailItem',
  ]);
  const columns: Column<MailRow>[] = [
    { id: 'to', header: t`To`, cell: (row) => row.recipient?.name ?? t`somebody who left` },
    { id: 'what', header: t`Written because`, cell: (row) => words.template(row.template) },
    { id: 'at', header: t`Written`, cell: (row) => <Ago value={row.createdAt} /> },
    { id: 'tries', header: t`Tries`, align: 'end', cell: (row) => row.attempts },
  ];
  if (view !== 'sent') {
    columns.push({
      id: 'why',
      header: t`What came in the way`,
      cell: (row) => words.error(row.lastError),
    });
  }
  if (view === 'waiting') {
    columns.push({
      id: 'next',
      header: t`Next try`,
      cell: (row) => (row.nextTryAt ? <Ago value={row.nextTryAt} /> : null),
    });
  }
  if (view === 'parked') {
    columns.push({
      id: 'retry',
      header: t`What to do`,
      cell: (row) => <RetryMail id={row.id} name={row.recipient?.name ?? ''} />,
    });
  }
  return (
    <Page
      title={t`Mail`}
      lead={t`Messages only say that something waits. What they are about is not shown.`}
    >
      <Stack>
        <AdminViews current={view} />
        {pages.fault ? <FaultNotice fault={pages.fault} retry={pages.retry} /> : null}
        {pages.fault && !pages.rows ? null : (
          <DataTable
            label={words.view(view)}
            columns={columns}
            rows={pages.rows}
            rowKey={(row) => row.id}
            fetching={pages.fetching}
            hasMore={pages.hasMore}
            onMore={pages.more}
            empty={<NoMail view={view} />}
          />
        )}
      </Stack>
    </Page>
  );
}

function NoMail({ view }: { view: MailView }) {
  const { t } = useLingui();
  return view === 'sent' ? (
    <EmptyState title={t`Nothing was sent yet`} />
  ) : (
    <EmptyState title={t`All caught up`}>
      {view === 'parked' ? t`No message was given up.` : t`No message waits to be sent.`}
    </EmptyState>
  );
}
