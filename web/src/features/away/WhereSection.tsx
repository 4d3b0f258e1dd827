import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { EventForm } from '~/features/clocks/EventForm';
import { useWords } from '~/features/words';
import { may } from '~/gql';
import { Button, Drawer, Facts, Moment, Narrative, Notice, Row, Section, Stack } from '~/ui';
import { MoveForm } from './MoveForm';
import type { Episode } from './parts';
import { RecoveryForm } from './RecoveryForm';
import { WhereaboutsPill } from './WhereaboutsPill';
import { recoveryLocation } from './words';

type Doing = 'move' | 'back' | 'consent';

/** Where they are, and how they came back; between states with its own steps (rules 58, 60). */
export function WhereSection({ of, records }: { of: Episode; records: boolean }) {
  const { t } = useLingui();
  const { word } = useWords();
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  const titles: Record<Doing, string> = {
    move: t`Where they are now`,
    back: t`They are back`,
    consent: t`Record what happened`,
  };
  return (
    <Section title={t`Where they are`}>
      <Stack>
        <Row>
          <WhereaboutsPill value={of.whereabouts} />
        </Row>
        {of.recoveredAt ? (
          <Facts
            items={[
              { label: t`Back since`, value: <Moment value={of.recoveredAt} /> },
              {
                label: t`Where they were found`,
                value: of.recoveryLocation
                  ? word(recoveryLocation, of.recoveryLocation)
                  : t`not recorded`,
              },
            ]}
          />
        ) : null}
        {of.recoveryNote ? (
          <Narrative note={t`about the return`}>{of.recoveryNote}</Narrative>
        ) : null}
        {of.interstate ? (
          <Notice title={t`Found in another state`}>
            <Trans>
              Verify who collects them, and that they may: this step cannot be left out. When the
              signed consent to return comes, record it; five business days run from then.
            </Trans>
          </Notice>
        ) : null}
        {records && !of.recoveredAt ? (
          <Row>
            <Button look="main" onClick={() => setDoing('back')}>{t`They are back`}</Button>
            <Button onClick={() => setDoing('move')}>{t`Change where they are`}</Button>
          </Row>
        ) : null}
        {of.interstate && !of.closedAt && may(of.case.can, 'CLOCK_MEET') ? (
          <Row>
            <Button onClick={() => setDoing('consent')}>{t`The signed consent came`}</Button>
          </Row>
        ) : null}
      </Stack>
      <Drawer opened={doing !== undefined} onClose={close} title={doing ? titles[doing] : ''}>
        {doing === 'move' ? <MoveForm of={of} onClose={close} /> : null}
        {doing === 'back' ? <RecoveryForm of={of} onClose={close} /> : null}
        {doing === 'consent' ? (
          <EventForm caseId={of.case.id} event="RETURN_CONSENT_RECEIVED" onClose={close} />
        ) : null}
      </Drawer>
    </Section>
  );
}
