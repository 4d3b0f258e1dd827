import { useLingui } from '@lingui/react/macro';
import css from '~/features/directory/directory.module.css';
import { capacity, useWords } from '~/features/words';
import { graphql, usePages } from '~/gql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Button, Day, Fold, List, SkeletonRows, Stack } from '~/ui';
import { checkedPart, checkMethod } from './words';

const VettingsDocument = graphql(`
  query ServiceVettings($service: ID!, $first: Int!, $after: String) {
    serviceVettings(service: $service, first: $first, after: $after) {
      edges {
        cursor
        node { verifiedOn verifiedBy { id name } method confirmed capacity notes }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** Each time that somebody checked a service, newest first (rule 81). */
export function History({ serviceId }: { serviceId: string }) {
  const { t } = useLingui();
  const { word } = useWords();
  const pages = usePages(
    VettingsDocument,
    { service: serviceId, first: 5 },
    (data) => ({
      edges: data.serviceVettings.edges.map((edge) => ({
        node: { ...edge.node, key: edge.cursor },
      })),
      pageInfo: data.serviceVettings.pageInfo,
    }),
    ['Service', 'ServiceVetting'],
  );
  if (pages.fault && !pages.rows) return <FaultNotice fault={pages.fault} retry={pages.retry} />;
  if (!pages.rows) return <SkeletonRows rows={2} />;
  if (!pages.rows.length) return <p className="t-soft">{t`Nobody has checked it yet.`}</p>;
  return (
    <Stack gap="small">
      <List items={pages.rows} itemKey={(row) => row.key} label={t`Each time it was checked`}>
        {(row) => (
          <span className={css.pair}>
            <span>
              <strong>
                <Day value={row.verifiedOn} />
              </strong>
              {', '}
              {row.verifiedBy?.name ?? t`Somebody who left`}
            </span>
            <span className={css.small}>
              {[
                ...(row.method ? [word(checkMethod, row.method)] : []),
                ...row.confirmed.map((part) =>
                  part === 'CAPACITY'
                    ? `${word(checkedPart, part)}: ${word(capacity, row.capacity)}`
                    : word(checkedPart, part),
                ),
              ].join(' · ')}
            </span>
            {row.notes ? (
              <Fold title={t`Notes for those who keep the directory`}>
                <p className={css.story}>{row.notes}</p>
              </Fold>
            ) : null}
          </span>
        )}
      </List>
      {pages.hasMore ? (
        <div>
          <Button look="quiet" busy={pages.fetching} onClick={pages.more}>{t`Earlier ones`}</Button>
        </div>
      ) : null}
    </Stack>
  );
}
