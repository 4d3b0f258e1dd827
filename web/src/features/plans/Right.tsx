import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button, Day, Drawer, Section } from '~/ui';
import type { Plan } from './query';
import { RightForm } from './RightForm';

/** That the young person knows that they need not take part: explained when, and by whom (rule 74). */
export function Right({ plan, edits }: { plan: Plan; edits: boolean }) {
  const { t } = useLingui();
  const [recording, setRecording] = useState(false);
  const close = () => setRecording(false);
  const explained = plan.rightExplained;
  const who = explained?.by?.name;
  return (
    <Section
      title={t`Their right not to take part`}
      actions={
        edits ? (
          <Button small onClick={() => setRecording(true)}>
            {explained ? t`Explained again` : t`Record that it was explained`}
          </Button>
        ) : undefined
      }
    >
      {explained ? (
        <p>
          <Trans>
            Explained on <Day value={explained.on} /> by {who}.
          </Trans>
        </p>
      ) : (
        <p className="t-soft">{t`It is not recorded yet that this was explained.`}</p>
      )}
      <Drawer opened={recording} onClose={close} title={t`Their right not to take part`}>
        {recording ? <RightForm plan={plan} onClose={close} /> : null}
      </Drawer>
    </Section>
  );
}
