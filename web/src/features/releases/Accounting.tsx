import { Trans, useLingui } from '@lingui/react/macro';
import { useWords } from '~/features/words';
import { usePages, useQuery } from '~/gql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Button, ButtonLink, Fold, Hideable, List, Moment, Row, Section, SkeletonRows } from '~/ui';
import { Papers } from './Papers';
import { ReleasePeopleDocument } from './query';
import css from './releases.module.css';
import { SharedContent } from './SharedContent';
import { DisclosuresDocument, type MadeDisclosure } from './shareQuery';
import { basisWords, informationCategory, methodWords, purposeWords } from './words';

const nothing = { edges: [] as { node: MadeDisclosure }[], pageInfo: { hasNextPage: false } };

/** What was shared of the young person: with whom, when, why, by whom, on what it rests (rule 26). */
export function Accounting({ caseId, prints }: { caseId: string; prints: boolean }) {
  const { t } = useLingui();
  const pages = usePages(
    DisclosuresDocument,
    { id: caseId },
    (data) => data.case?.disclosures ?? nothing,
    ['Disclosure'],
  );
  return (
    <Section
      title={t`What was shared`}
      actions={prints ? <PrintAccounting caseId={caseId} /> : undefined}
    >
      {pages.fault ? <FaultNotice fault={pages.fault} retry={pages.retry} /> : null}
      {pages.rows === undefined && !pages.fault ? <SkeletonRows rows={3} /> : null}
      {pages.rows?.length === 0 ? (
        <p className="t-soft">{t`Nothing was shared with anybody.`}</p>
      ) : null}
      {pages.rows?.length ? (
        <List items={pages.rows} itemKey={(one) => one.id} label={t`What was shared`}>
          {(one) => <Shared of={one} />}
        </List>
      ) : null}
      {pages.hasMore ? (
        <Row justify="end">
          <Button small busy={pages.fetching} onClick={pages.more}>{t`Show more`}</Button>
        </Row>
      ) : null}
    </Section>
  );
}

/** To the print-out of each young person's own accounting. */
function PrintAccounting({ caseId }: { caseId: string }) {
  const { t } = useLingui();
  const { data } = useQuery(ReleasePeopleDocument, { id: caseId }, { touches: ['CasePerson'] });
  const young = data?.case?.people.filter(({ role }) => role === 'CHILD') ?? [];
  return (
    <Row>
      {young.map(({ id, name }) => (
        <ButtonLink
          key={id}
          to="/cases/$caseId/paper"
          params={{ caseId }}
          search={{ audience: 'ACCOUNTING', of: id }}
        >
          {young.length === 1 ? (
            t`Print it for the young person`
          ) : (
            <Trans>
              Print it for <Hideable>{name}</Hideable>
            </Trans>
          )}
        </ButtonLink>
      ))}
    </Row>
  );
}

function Shared({ of }: { of: MadeDisclosure }) {
  const { t } = useLingui();
  const { word } = useWords();
  return (
    <article className={css.entry}>
      <div className={css.head}>
        <Moment value={of.madeAt} />
        <span className={css.who}>{of.recipientName}</span>
      </div>
      <p>{of.categories.map((one) => word(informationCategory, one)).join(', ')}</p>
      <p className="t-soft">
        {[word(purposeWords, of.purpose), word(methodWords, of.method), word(basisWords, of.basis)]
          .filter(Boolean)
          .join(' · ')}
        {' · '}
        <Trans>by {of.madeBy?.name ?? t`somebody who left`}</Trans>
      </p>
      {of.seenAt.map((at) => (
        <p key={at} className="t-soft">
          <Trans>
            Seen by the recipient <Moment value={at} />
          </Trans>
        </p>
      ))}
      {of.basis === 'CONSENT' ? null : <Papers of={of} />}
      <Fold title={t`All that was shared`}>
        <SharedContent of={of.content} />
      </Fold>
    </article>
  );
}
