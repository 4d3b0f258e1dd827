import { useLingui } from '@lingui/react/macro';
import { contactChannel, contactOutcome, contactType, useWords } from '~/features/words';
import type { ContactsQuery } from '~/gql/generated/graphql';
import { type Column, Hideable, Link, Moment, StatusPill } from '~/ui';

type ContactRow = ContactsQuery['contacts']['edges'][number]['node'];

/** What the list shows of a contact: that it was, how and by whom. What was said is on the case. */
export function useContactColumns(): Column<ContactRow>[] {
  const { t } = useLingui();
  const { word } = useWords();
  return [
    {
      id: 'case',
      header: t`Case`,
      cell: (row) => (
        <Link to="/cases/$caseId" params={{ caseId: row.case.id }} search={{ tab: 'contacts' }}>
          <Hideable>{row.case.alias}</Hideable>
        </Link>
      ),
    },
    { id: 'at', header: t`When`, cell: (row) => <Moment value={row.occurredAt} /> },
    {
      id: 'outcome',
      header: t`What happened`,
      cell: (row) => (
        <StatusPill tone={row.outcome === 'REACHED' ? 'active' : 'calm'}>
          {word(contactOutcome, row.outcome)}
        </StatusPill>
      ),
    },
    {
      id: 'how',
      header: t`How`,
      cell: (row) => word(contactChannel, row.channel),
    },
    {
      id: 'type',
      header: t`What kind of contact`,
      wideOnly: true,
      cell: (row) => word(contactType, row.type),
    },
    { id: 'who', header: t`Logged by`, cell: (row) => row.loggedBy?.name ?? t`somebody who left` },
  ];
}
