import { Trans, useLingui } from '@lingui/react/macro';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { graphql, usePages } from '~/gql';
import type { CaseObservationsQuery } from '~/gql/generated/graphql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Button, Drawer, List, Row, Section, SkeletonRows } from '~/ui';
import { ObservationEntry } from './ObservationEntry';
import { Observe } from './Observe';

const ObservationsDocument = graphql(`
  query CaseObservations($id: ID!, $after: String) {
    case(id: $id) {
      id
      observations(first: 25, after: $after) {
        edges {
          node {
            id version kind code codeText observedOn observer source narrative graphic contentNote
            followUp followUpReason recordedAt reviewedAt
            recordedBy { id name }
            reviewedBy { id name }
            earlier {
              kind code codeText observedOn source observer narrative graphic contentNote
              followUp followUpReason reason correctedAt
              correctedBy { id name }
            }
          }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);
export type SeenObservation = NonNullable<
  CaseObservationsQuery['case']
>['observations']['edges'][number]['node'];
const none = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };

interface ObservedProps {
  caseId: string;
  mayRecord: boolean;
  mayReview: boolean;
}

/** Each observation by itself, the newest day first. */
export function Observed({ caseId, mayRecord, mayReview }: ObservedProps) {
  const { t } = useLingui();
  const [open, setOpen] = useState<SeenObservation | 'new'>();
  const pages = usePages(
    ObservationsDocument,
    { id: caseId },
    (data) => data.case?.observations ?? none,
    ['Observation'],
  );
  const of = open === 'new' ? undefined : open;
  const close = () => setOpen(undefined);
  return (
    <Section
      title={t`What was observed`}
      actions={
        mayRecord ? (
          <Button
            icon={<IconPlus size={18} aria-hidden />}
            onClick={() => setOpen('new')}
          >{t`Add observation`}</Button>
        ) : undefined
      }
    >
      {pages.fault ? <FaultNotice fault={pages.fault} retry={pages.retry} /> : null}
      {!pages.rows && !pages.fault ? <SkeletonRows rows={4} /> : null}
      {pages.rows?.length === 0 ? (
        <p className="t-soft">{t`Nothing is written down here. That says nothing of the young person.`}</p>
      ) : null}
      {pages.rows?.length ? (
        <List items={pages.rows} itemKey={(one) => one.id} label={t`Observations`}>
          {(one) => (
            <ObservationEntry
              of={one}
              mayReview={mayReview}
              onCorrect={mayRecord ? () => setOpen(one) : undefined}
            />
          )}
        </List>
      ) : null}
      {pages.hasMore ? (
        <Row justify="end">
          <Button onClick={pages.more} busy={pages.fetching}>
            <Trans>Show more</Trans>
          </Button>
        </Row>
      ) : null}
      <Drawer
        opened={open !== undefined}
        onClose={close}
        title={of ? t`Correct an observation` : t`Add observation`}
      >
        {open ? (
          <Observe key={of?.id ?? 'new'} caseId={caseId} of={of} begin={{}} onClose={close} />
        ) : null}
      </Drawer>
    </Section>
  );
}
