import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { graphql, useQuery } from '~/gql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Button, Check, ChipChoice, Modal, Row, SkeletonRows, Stack } from '~/ui';
import css from './away.module.css';

const TextDocument = graphql(`
  query ReportText($id: ID!, $party: NotifiedParty!, $ask: Boolean!) {
    node(id: $id) {
      id
      ... on MissingEpisode { report { id text(party: $party, askNotToRevealCare: $ask) } }
    }
  }
`);
type Reader = 'NCMEC' | 'LAW_ENFORCEMENT';

/** The report to be read out or put into a form; for the national center with its request (rule 53). */
export function ReportText({ episodeId }: { episodeId: string }) {
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  return (
    <div>
      <Row>
        <Button small onClick={() => setOpened(true)}>{t`Read the report as text`}</Button>
      </Row>
      <Modal opened={opened} onClose={() => setOpened(false)} title={t`The report as text`} wide>
        {opened ? <Text episodeId={episodeId} /> : null}
      </Modal>
    </div>
  );
}

function Text({ episodeId }: { episodeId: string }) {
  const { t } = useLingui();
  const [party, setParty] = useState<Reader>('NCMEC');
  const [asks, setAsks] = useState(true);
  const { data, fault, retry } = useQuery(
    TextDocument,
    { id: episodeId, party, ask: party === 'NCMEC' && asks },
    { fresh: true, touches: ['MissingReport'] },
  );
  const node = data?.node;
  const text = node?.__typename === 'MissingEpisode' ? node.report?.text : undefined;
  return (
    <Stack>
      <ChipChoice
        label={t`Who is told?`}
        choices={[
          { value: 'NCMEC', label: t`National center (NCMEC)` },
          { value: 'LAW_ENFORCEMENT', label: t`Police` },
        ]}
        value={party}
        onChange={(next: Reader) => setParty(next)}
      />
      {party === 'NCMEC' ? (
        <Check
          label={t`Ask them not to reveal that the young person is in foster care`}
          value={asks}
          onChange={setAsks}
        />
      ) : null}
      {fault ? <FaultNotice fault={fault} retry={retry} /> : null}
      {!data && !fault ? <SkeletonRows rows={5} /> : null}
      {text ? (
        <div className={css.report} lang="en" data-report>
          {text}
        </div>
      ) : null}
      <p className="t-soft">{t`In English, as those who take it are. Give each agency only what it asks for.`}</p>
    </Stack>
  );
}
