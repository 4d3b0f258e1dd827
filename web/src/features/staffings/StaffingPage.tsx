import { useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { caseStatus, staffingType, useWords } from '~/features/words';
import { caseStatusTones } from '~/features/words/tones';
import { graphql, may, useQuery } from '~/gql';
import { withWords } from '~/i18n';
import { NotFound } from '~/routes/NotFound';
import { FaultNotice } from '~/shell/FaultNotice';
import {
  Button,
  Facts,
  Hideable,
  Link,
  List,
  Moment,
  Page,
  Row,
  Section,
  SkeletonRows,
  StatusPill,
  useNow,
} from '~/ui';
import { CancelStaffing } from './CancelStaffing';
import { StaffingState } from './StaffingState';
import css from './staffings.module.css';

const AgendaItems = lazy(() =>
  withWords('agenda', import('~/features/agenda/AgendaItems')).then((m) => ({
    default: m.AgendaItems,
  })),
);

const StaffingDocument = graphql(`
  query Staffing($id: ID!) {
    node(id: $id) {
      id
      ... on Staffing {
        version type at purpose cancelled
        facilitator { id name }
        cases { id alias status can }
      }
    }
  }
`);

/** One staffing: when, what for, and the cases on its agenda that one may see. */
export function StaffingPage() {
  const { t } = useLingui();
  const { word } = useWords();
  const now = useNow();
  const { staffingId } = useParams({ from: '/signed-in/staffings/$staffingId' });
  const [cancelling, setCancelling] = useState(false);
  const { data, fault, retry } = useQuery(
    StaffingDocument,
    { id: staffingId },
    { fresh: true, touches: ['Staffing'] },
  );
  if (!data) {
    return (
      <Page title={t`Staffing`}>
        {fault ? <FaultNotice fault={fault} retry={retry} /> : <SkeletonRows rows={5} />}
      </Page>
    );
  }
  const one = data.node?.__typename === 'Staffing' ? data.node : undefined;
  if (!one) return <NotFound />;
  const comes = !one.cancelled && Date.parse(one.at) > now;
  const mayCancel = comes && one.cases.some(({ can }) => may(can, 'STAFFING_SCHEDULE'));
  return (
    <Page
      title={word(staffingType, one.type)}
      lead={<Moment value={one.at} />}
      actions={
        mayCancel ? (
          <Button look="danger" onClick={() => setCancelling(true)}>{t`Cancel it`}</Button>
        ) : undefined
      }
      narrow
    >
      <Section title={t`What it is for`}>
        <Facts
          items={[
            { label: t`State`, value: <StaffingState of={one} /> },
            { label: t`Led by`, value: one.facilitator?.name ?? t`somebody who left` },
          ]}
        />
        <p className={css.purpose}>{one.purpose ?? t`No purpose was written down.`}</p>
      </Section>
      <Section title={t`Agenda`}>
        <List items={one.cases} itemKey={({ id }) => id} label={t`Agenda`}>
          {(row) => (
            <Row justify="between">
              <Link to="/cases/$caseId" params={{ caseId: row.id }}>
                <Hideable>{row.alias}</Hideable>
              </Link>
              {row.status ? (
                <StatusPill tone={caseStatusTones[row.status]}>
                  {word(caseStatus, row.status)}
                </StatusPill>
              ) : null}
            </Row>
          )}
        </List>
      </Section>
      <Suspense fallback={null}>
        <AgendaItems staffingId={one.id} mayRecord={!one.cancelled} />
      </Suspense>
      <CancelStaffing of={one} opened={cancelling} onClose={() => setCancelling(false)} />
    </Page>
  );
}
