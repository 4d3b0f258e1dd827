import { useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import { graphql, may, useQuery } from '~/gql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Button, Drawer, List, Section, SkeletonRows, Stack } from '~/ui';
import { ClockItem } from './ClockItem';
import { EndedClocks } from './EndedClocks';
import { EventForm } from './EventForm';

const CaseClocksDocument = graphql(`
  query CaseClocks($id: ID!) {
    case(id: $id) {
      id can
      runningClocks { ...ClockParts }
      episodes(first: 2) { edges { node { id clocks { id } } } }
    }
  }
`);

/** What is due on a case by law or by agreement: what runs, the first due first; what ended, folded. */
export function CaseClocks({ caseId }: { caseId: string }) {
  const { t } = useLingui();
  const [recording, setRecording] = useState(false);
  const { data, fault, retry } = useQuery(
    CaseClocksDocument,
    { id: caseId },
    { fresh: true, touches: ['Clock', 'Notice', 'MissingEpisode', 'ReturnConversation'] },
  );
  const found = data?.case;
  // A clock's time away is the one that lists it.
  const episodeOf = useMemo(
    () =>
      new Map(
        found?.episodes.edges.flatMap(({ node }) =>
          node.clocks.map((clock) => [clock.id, node.id] as const),
        ),
      ),
    [found],
  );
  const close = () => setRecording(false);
  return (
    <Section
      title={t`What is due`}
      actions={
        found && may(found.can, 'CLOCK_MEET') ? (
          <Button
            small
            look="quiet"
            onClick={() => setRecording(true)}
          >{t`Something has happened…`}</Button>
        ) : null
      }
    >
      <Stack>
        {fault ? <FaultNotice fault={fault} retry={retry} /> : null}
        {!found && !fault ? <SkeletonRows rows={2} /> : null}
        {found?.runningClocks.length === 0 ? (
          <p className="t-soft">{t`Nothing runs on this case now.`}</p>
        ) : null}
        {found?.runningClocks.length ? (
          <List items={found.runningClocks} itemKey={({ id }) => id} label={t`What is due`}>
            {(clock) => (
              <ClockItem
                clock={clock}
                caseId={caseId}
                episodeId={episodeOf.get(clock.id)}
                powers={found.can}
              />
            )}
          </List>
        ) : null}
        {found ? <EndedClocks caseId={caseId} /> : null}
      </Stack>
      <Drawer opened={recording} onClose={close} title={t`Record what happened`}>
        {recording ? <EventForm caseId={caseId} onClose={close} /> : null}
      </Drawer>
    </Section>
  );
}
