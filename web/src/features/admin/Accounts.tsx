import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { role, useWords } from '~/features/words';
import { graphql, useCan, usePages, useViewer } from '~/gql';
import type { AccountsQuery } from '~/gql/generated/graphql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Needs } from '~/shell/Needs';
import { Button, type Column, DataTable, EmptyState, Page, Row, Stack, StatusPill } from '~/ui';
import { AdminViews } from './AdminViews';
import { DisableDialog } from './DisableDialog';
import { RolesDialog } from './RolesDialog';

const AccountsDocument = graphql(`
  query Accounts($after: String) {
    users(first: 50, after: $after) {
      edges { node { id name roles active } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
export type Account = AccountsQuery['users']['edges'][number]['node'];

/** Who can sign in, and as what. Both kinds of change hold with the colleague's next request. */
export function Accounts() {
  return (
    <Needs act="USER_VIEW">
      <AccountsScreen />
    </Needs>
  );
}

function AccountsScreen() {
  const { t } = useLingui();
  const { word } = useWords();
  const viewer = useViewer();
  const manages = useCan('USER_MANAGE');
  const [changing, setChanging] = useState<Account>();
  const [disabling, setDisabling] = useState<Account>();
  const pages = usePages(AccountsDocument, {}, (data) => data.users, ['User']);
  const columns: Column<Account>[] = [
    { id: 'name', header: t`Name`, cell: (row) => row.name },
    {
      id: 'roles',
      header: t`Roles`,
      cell: (row) => row.roles.map((one) => word(role, one)).join(', '),
    },
    {
      id: 'state',
      header: t`Sign-in`,
      cell: (row) =>
        row.active ? (
          <StatusPill tone="active">{t`Can sign in`}</StatusPill>
        ) : (
          <StatusPill>{t`Access ended`}</StatusPill>
        ),
    },
  ];
  if (manages) {
    columns.push({
      id: 'acts',
      header: t`What to do`,
      cell: (row) =>
        row.id === viewer.user.id ? (
          <span className="t-soft">{t`Another administrator changes yours.`}</span>
        ) : row.active ? (
          <Row>
            <Button
              small
              aria-label={t`Change the roles of ${row.name}`}
              onClick={() => setChanging(row)}
            >{t`Change roles`}</Button>
            <Button
              small
              look="quiet"
              aria-label={t`End the access of ${row.name}`}
              onClick={() => setDisabling(row)}
            >{t`End access`}</Button>
          </Row>
        ) : null,
    });
  }
  return (
    <Page
      title={t`People and roles`}
      lead={t`A change holds with their next request. A new account is made on the server, with the command "trellis user create".`}
    >
      <Stack>
        <AdminViews current="people" />
        {pages.fault ? <FaultNotice fault={pages.fault} retry={pages.retry} /> : null}
        {pages.fault && !pages.rows ? null : (
          <DataTable
            label={t`People and roles`}
            columns={columns}
            rows={pages.rows}
            rowKey={(row) => row.id}
            fetching={pages.fetching}
            hasMore={pages.hasMore}
            onMore={pages.more}
            empty={<EmptyState title={t`Nobody is here yet`} />}
          />
        )}
      </Stack>
      <RolesDialog of={changing} onClose={() => setChanging(undefined)} />
      <DisableDialog of={disabling} onClose={() => setDisabling(undefined)} />
    </Page>
  );
}
