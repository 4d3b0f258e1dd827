import { useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { referralState, useWords } from '~/features/words';
import { graphql, useCan, usePages } from '~/gql';
import type { ReferralsQuery } from '~/gql/generated/graphql';
import { FaultNotice } from '~/shell/FaultNotice';
import { ChipChoice, Columns, DataTable, Link, Page, Select, Stack, ViewLinks } from '~/ui';
import { NoReferrals } from './NoReferrals';
import {
  filterOf,
  narrowingOf,
  type ReferralPart,
  type ReferralsSearch,
  type ReferralView,
} from './search';
import { useReferralColumns } from './useReferralColumns';

const ReferralsDocument = graphql(`
  query Referrals($filter: ReferralFilter!, $after: String) {
    referrals(filter: $filter, first: 25, after: $after) {
      edges {
        node {
          id reference state createdAt waitingSince
          case { id alias }
          service { id name }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
export type ListedReferral = ReferralsQuery['referrals']['edges'][number]['node'];

/** The referrals of open cases, by what each of them waits for. */
export function Referrals() {
  const { t } = useLingui();
  const { choices } = useWords();
  const navigate = useNavigate();
  const leads = useCan('CASE_ASSIGN');
  const search = useSearch({ from: '/signed-in/referrals' });
  const { part = 'waiting' } = search;
  const view: ReferralView = search.view ?? (leads ? 'team' : 'mine');
  const pages = usePages(
    ReferralsDocument,
    { filter: filterOf(view, part, search.state) },
    (data) => data.referrals,
    ['Referral'],
  );
  const columns = useReferralColumns();
  const parts: { key: ReferralPart; label: string }[] = [
    { key: 'waiting', label: t`Waiting for an answer` },
    { key: 'to-send', label: t`To be sent` },
    { key: 'under-way', label: t`Under way` },
    { key: 'ended', label: t`Ended` },
    { key: 'all', label: t`All` },
  ];
  const go = (next: ReferralsSearch) =>
    void navigate({ to: '/referrals', search: { ...search, ...next }, replace: true });
  const narrowing = narrowingOf(part);
  return (
    <Page
      title={t`Referrals`}
      lead={
        part === 'waiting'
          ? t`Services that have not answered, the longest wait first.`
          : t`Needs of open cases that were put to services, the newest first.`
      }
    >
      <Stack>
        <ViewLinks
          label={t`Parts of the queue`}
          views={parts.map(({ key, label }) => ({
            key,
            link: (
              <Link
                to="/referrals"
                search={{ view: search.view, part: key === 'waiting' ? undefined : key }}
                activeOptions={{ exact: true }}
                aria-current={key === part ? 'page' : undefined}
              >
                {label}
              </Link>
            ),
          }))}
        />
        {leads || narrowing.length ? (
          <Columns>
            {leads ? (
              <ChipChoice
                label={t`Of which cases`}
                choices={[
                  { value: 'team', label: t`My team's` },
                  { value: 'mine', label: t`Mine` },
                ]}
                value={view}
                onChange={(next: ReferralView) => go({ view: next })}
              />
            ) : null}
            {narrowing.length ? (
              <Select
                label={t`State`}
                choices={choices(referralState, narrowing)}
                value={search.state && narrowing.includes(search.state) ? search.state : null}
                onChange={(state) => go({ state: state ?? undefined })}
                placeholder={t`Any`}
                clearable
              />
            ) : null}
          </Columns>
        ) : null}
        {pages.fault ? <FaultNotice fault={pages.fault} retry={pages.retry} /> : null}
        {pages.fault && !pages.rows ? null : (
          <DataTable
            label={t`Referrals`}
            columns={columns}
            rows={pages.rows}
            rowKey={(row) => row.id}
            onOpen={(row) =>
              void navigate({ to: '/referrals/$referralId', params: { referralId: row.id } })
            }
            fetching={pages.fetching}
            hasMore={pages.hasMore}
            onMore={pages.more}
            empty={<NoReferrals part={part} narrowed={Boolean(search.state)} />}
          />
        )}
      </Stack>
    </Page>
  );
}
