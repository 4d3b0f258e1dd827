import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { LazyEnquiries } from '~/features/enquiries/LazyEnquiries';
import { Standing, Waits } from '~/features/referrals/Standing';
import { graphql, usePages } from '~/gql';
import type { CaseReferralsQuery } from '~/gql/generated/graphql';
import { FaultNotice } from '~/shell/FaultNotice';
import { useOverlays } from '~/shell/overlays';
import {
  Ago,
  Button,
  ButtonLink,
  type Column,
  DataTable,
  EmptyState,
  Hideable,
  Row as Line,
  Link,
  Stack,
} from '~/ui';

const ReferralsDocument = graphql(`
  query CaseReferrals($id: ID!, $after: String) {
    case(id: $id) {
      id
      referrals(first: 25, after: $after) {
        edges {
          node {
            id reference state createdAt waitingSince
            service { id name organizationName }
          }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);
type Row = NonNullable<CaseReferralsQuery['case']>['referrals']['edges'][number]['node'];
const none = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };

/** Where help was asked for, and where each request for it stands. */
export function CaseReferrals({ caseId, refers }: { caseId: string; refers: boolean }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const overlays = useOverlays();
  const pages = usePages(
    ReferralsDocument,
    { id: caseId },
    (data) => data.case?.referrals ?? none,
    ['Referral'],
  );
  const columns: Column<Row>[] = [
    {
      id: 'service',
      header: t`Service`,
      cell: (row) => (
        <Link to="/referrals/$referralId" params={{ referralId: row.id }}>
          <Hideable>{row.service.name}</Hideable>
        </Link>
      ),
    },
    {
      id: 'organization',
      header: t`Organization`,
      wideOnly: true,
      cell: (row) => <Hideable>{row.service.organizationName}</Hideable>,
    },
    {
      id: 'state',
      header: t`State`,
      cell: (row) => <Standing state={row.state} />,
    },
    {
      id: 'since',
      header: t`Waits since`,
      cell: (row) => <Waits since={row.waitingSince} />,
    },
    { id: 'made', header: t`Made`, cell: (row) => <Ago value={row.createdAt} /> },
  ];
  if (pages.fault && !pages.rows) return <FaultNotice fault={pages.fault} retry={pages.retry} />;
  const actions = refers ? (
    <Line justify="end">
      <ButtonLink look="quiet" to="/resources" search={{ case: caseId }}>
        {t`Look in the directory`}
      </ButtonLink>
      <Button onClick={() => overlays.open('refer')}>{t`Refer to a service`}</Button>
    </Line>
  ) : undefined;
  return (
    <Stack>
      {pages.rows?.length ? actions : null}
      <DataTable
        label={t`Referrals of this case`}
        columns={columns}
        rows={pages.rows}
        rowKey={(row) => row.id}
        onOpen={(row) =>
          void navigate({ to: '/referrals/$referralId', params: { referralId: row.id } })
        }
        fetching={pages.fetching}
        hasMore={pages.hasMore}
        onMore={pages.more}
        empty={
          <EmptyState title={t`No referrals yet`} actions={actions}>
            {t`When a step needs a service, look for it in the directory and refer from there.`}
          </EmptyState>
        }
      />
      <LazyEnquiries caseId={caseId} />
    </Stack>
  );
}
