import { Trans, useLingui } from '@lingui/react/macro';
import { LazyDoNotAsk } from '~/features/support/LazyDoNotAsk';
import { graphql, usePages } from '~/gql';
import type { CaseContactsQuery } from '~/gql/generated/graphql';
import { FaultNotice } from '~/shell/FaultNotice';
import { useOverlays } from '~/shell/overlays';
import { Button, EmptyState, List, Row, Section, SkeletonRows, Stack } from '~/ui';
import { ContactEntry } from './ContactEntry';

const ContactsDocument = graphql(`
  query CaseContacts($id: ID!, $after: String) {
    case(id: $id) {
      id can
      contacts(first: 25, after: $after) {
        edges {
          node {
            id occurredAt channel direction outcome type minutes needs crises
            crisisAction note graphic contentNote agreed nextContactOn
            person { id name }
            loggedBy { id name }
          }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);
export type LoggedContact = NonNullable<
  CaseContactsQuery['case']
>['contacts']['edges'][number]['node'];
const none = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };

/** The log of contacts with the family, the newest first. */
export function CaseContacts({ caseId }: { caseId: string }) {
  const { t } = useLingui();
  const overlays = useOverlays();
  const pages = usePages(ContactsDocument, { id: caseId }, (data) => data.case?.contacts ?? none, [
    'SupportContact',
  ]);
  if (!pages.rows) {
    return pages.fault ? (
      <FaultNotice fault={pages.fault} retry={pages.retry} />
    ) : (
      <SkeletonRows rows={5} />
    );
  }
  if (pages.rows.length === 0) {
    return (
      <Stack>
        <LazyDoNotAsk caseId={caseId} />
        <EmptyState
          title={t`No contact is logged yet`}
          actions={<Button onClick={() => overlays.open('log')}>{t`Log a contact`}</Button>}
        >
          {t`Press L on any page to log one in a few seconds.`}
        </EmptyState>
      </Stack>
    );
  }
  return (
    <Section title={t`Contacts with the family`}>
      {pages.fault ? <FaultNotice fault={pages.fault} retry={pages.retry} /> : null}
      <LazyDoNotAsk caseId={caseId} />
      <List items={pages.rows} itemKey={(contact) => contact.id} label={t`Contacts`}>
        {(contact) => <ContactEntry contact={contact} />}
      </List>
      {pages.hasMore ? (
        <Row justify="end">
          <Button onClick={pages.more} busy={pages.fetching}>
            <Trans>Show more</Trans>
          </Button>
        </Row>
      ) : null}
    </Section>
  );
}
