import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '~/features/words';
import { graphql, usePages } from '~/gql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Button, Drawer, EmptyState, Link, List, Moment, Row, Section, SkeletonRows } from '~/ui';
import css from './away.module.css';
import { OpenForm } from './OpenForm';
import { WhereaboutsPill } from './WhereaboutsPill';
import { missingType } from './words';

const AwayDocument = graphql(`
  query CaseEpisodes($id: ID!, $after: String) {
    case(id: $id) {
      id
      episodes(first: 10, after: $after) {
        edges {
          node {
            id type whereabouts infoReceivedAt recoveredAt closedAt openedBy { id name }
          }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);
const none = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };

/** The times away of a case, the newest first; one that goes on is continued, not opened twice. */
export function AwayTab({ caseId, mayRecord }: { caseId: string; mayRecord: boolean }) {
  const { t } = useLingui();
  const { word } = useWords();
  const navigate = useNavigate();
  const [opening, setOpening] = useState(false);
  const pages = usePages(AwayDocument, { id: caseId }, (data) => data.case?.episodes ?? none, [
    'MissingEpisode',
  ]);
  const close = () => setOpening(false);
  if (!pages.rows) {
    return pages.fault ? (
      <FaultNotice fault={pages.fault} retry={pages.retry} />
    ) : (
      <SkeletonRows rows={4} />
    );
  }
  const open =
    mayRecord && !(pages.rows[0] && !pages.rows[0].recoveredAt) ? (
      <Button onClick={() => setOpening(true)}>{t`Record a time away`}</Button>
    ) : undefined;
  return (
    <>
      {pages.rows.length === 0 ? (
        <EmptyState title={t`No time away is recorded`} actions={open}>
          {t`When a young person is missing, or away and known where, it is recorded here, and what is due starts by itself.`}
        </EmptyState>
      ) : (
        <Section title={t`Times away`} actions={open}>
          {pages.fault ? <FaultNotice fault={pages.fault} retry={pages.retry} /> : null}
          <List items={pages.rows} itemKey={({ id }) => id} label={t`Times away`}>
            {(one) => (
              <article className={css.card}>
                <Row justify="between">
                  <Link to="/cases/$caseId/away/$episodeId" params={{ caseId, episodeId: one.id }}>
                    {word(missingType, one.type)}, <Moment value={one.infoReceivedAt} />
                  </Link>
                  <WhereaboutsPill value={one.whereabouts} />
                </Row>
                <div className="t-soft">
                  {one.recoveredAt ? (
                    <Trans>
                      Back <Moment value={one.recoveredAt} />
                    </Trans>
                  ) : (
                    <Trans>Goes on</Trans>
                  )}
                  {one.closedAt ? (
                    <>
                      {' · '}
                      <Trans>
                        closed <Moment value={one.closedAt} />
                      </Trans>
                    </>
                  ) : null}
                  {one.openedBy ? ` · ${t`written down by ${one.openedBy.name}`}` : null}
                </div>
              </article>
            )}
          </List>
          {pages.hasMore ? (
            <Row justify="end">
              <Button onClick={pages.more} busy={pages.fetching}>
                <Trans>Show more</Trans>
              </Button>
            </Row>
          ) : null}
        </Section>
      )}
      <Drawer opened={opening} onClose={close} title={t`Record a time away`}>
        {opening ? (
          <OpenForm
            caseId={caseId}
            onBack={close}
            onDone={(episodeId) =>
              void navigate({
                to: '/cases/$caseId/away/$episodeId',
                params: { caseId, episodeId },
              })
            }
          />
        ) : null}
      </Drawer>
    </>
  );
}
