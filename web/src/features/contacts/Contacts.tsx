import { Trans, useLingui } from '@lingui/react/macro';
import { useSearch } from '@tanstack/react-router';
import { dayAfter, mondayOf } from '~/days';
import { graphql, useCan, usePages } from '~/gql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Needs } from '~/shell/Needs';
import { ButtonLink, DataTable, Day, EmptyState, Page, Row, Stack, useNow } from '~/ui';
import { ContactViews } from './ContactViews';
import { useContactColumns } from './useContactColumns';

const ContactsDocument = graphql(`
  query Contacts($filter: ContactFilter, $after: String) {
    contacts(filter: $filter, first: 25, after: $after) {
      edges {
        node {
          id occurredAt channel outcome type
          case { id alias }
          loggedBy { id name }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** Contacts over many cases, one week or all of them, the newest first. What was said is on the case. */
export function Contacts() {
  return (
    <Needs act="CONTACT_VIEW">
      <ContactsScreen />
    </Needs>
  );
}

function ContactsScreen() {
  const { t } = useLingui();
  const leads = useCan('BOARD_VIEW');
  const { view = leads ? 'team' : 'mine', week } = useSearch({ from: '/signed-in/contacts' });
  const pages = usePages(
    ContactsDocument,
    { filter: { view: view === 'team' ? 'TEAM' : 'MINE', weekOf: week ?? null } },
    (data) => data.contacts,
    ['SupportContact'],
  );
  const columns = useContactColumns();
  return (
    <Page
      title={t`Contacts with families`}
      lead={
        week ? (
          <Trans>
            From <Day value={week} /> to <Day value={dayAfter(week, 6)} /> by universal time (UTC),
            the newest first.
          </Trans>
        ) : (
          t`All of them, the newest first.`
        )
      }
    >
      <Stack>
        {leads ? <ContactViews current={view} week={week} /> : null}
        <Weeks view={view} week={week} />
        {pages.fault ? <FaultNotice fault={pages.fault} retry={pages.retry} /> : null}
        {pages.fault && !pages.rows ? null : (
          <DataTable
            label={t`Contacts with families`}
            columns={columns}
            rows={pages.rows}
            rowKey={(row) => row.id}
            fetching={pages.fetching}
            hasMore={pages.hasMore}
            onMore={pages.more}
            empty={
              <EmptyState title={week ? t`No contact in this week` : t`No contact is logged yet`}>
                {t`Press L on any page to log one in a few seconds.`}
              </EmptyState>
            }
          />
        )}
      </Stack>
    </Page>
  );
}

/** From one week to the next, as far as this one. */
function Weeks({ view, week }: { view: 'mine' | 'team'; week: string | undefined }) {
  const { t } = useLingui();
  const present = mondayOf(useNow());
  if (!week) {
    return (
      <Row>
        <ButtonLink
          to="/contacts"
          search={{ view, week: present }}
        >{t`This week alone`}</ButtonLink>
      </Row>
    );
  }
  return (
    <Row>
      <ButtonLink
        to="/contacts"
        search={{ view, week: dayAfter(week, -7) }}
      >{t`The week before`}</ButtonLink>
      {week < present ? (
        <ButtonLink
          to="/contacts"
          search={{ view, week: dayAfter(week, 7) }}
        >{t`The week after`}</ButtonLink>
      ) : null}
      <ButtonLink to="/contacts" search={{ view }} look="quiet">{t`All weeks`}</ButtonLink>
    </Row>
  );
}
