import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button, Day, Drawer, Hideable, Notice, Quote, Section, Stack } from '~/ui';
import type { Plan } from './query';
import { VoiceForm } from './VoiceForm';

interface VoiceProps {
  plan: Plan;
  caseId: string;
  /** Whose words these are: the working name. */
  who: string;
  edits: boolean;
}

/** The young person's voice: their exact words, or why they are not there yet (rules 10, 65). */
export function Voice({ plan, caseId, who, edits }: VoiceProps) {
  const { t } = useLingui();
  const [recording, setRecording] = useState(false);
  const close = () => setRecording(false);
  const { voice } = plan;
  return (
    <Section
      title={
        <span id="plan-voice">
          <Hideable>{t`What ${who} wants`}</Hideable>
        </span>
      }
      actions={
        edits ? (
          <Button small look={voice ? 'second' : 'main'} onClick={() => setRecording(true)}>
            {voice ? t`Record again` : t`Record the voice`}
          </Button>
        ) : undefined
      }
    >
      <Stack>
        {voice?.kind === 'OWN_WORDS' && voice.words ? (
          <Quote who={who} when={voice.recordedAt}>
            {voice.words}
          </Quote>
        ) : null}
        {voice && voice.kind !== 'OWN_WORDS' ? <NotYet voice={voice} /> : null}
        {voice ? (
          <p className="t-soft">
            <Trans>
              Recorded by {voice.recordedBy?.name}, <Day value={voice.recordedAt} />
            </Trans>
          </p>
        ) : (
          <p>
            <Trans>
              Nothing is recorded yet. A plan becomes active only when these words are here, or why
              they are not there yet.
            </Trans>
          </p>
        )}
      </Stack>
      <Drawer opened={recording} onClose={close} title={t`Record the voice`}>
        {recording ? <VoiceForm plan={plan} caseId={caseId} onClose={close} /> : null}
      </Drawer>
    </Section>
  );
}

function NotYet({ voice }: { voice: NonNullable<Plan['voice']> }) {
  const { t } = useLingui();
  return (
    <Notice
      title={
        voice.kind === 'CHOSE_NOT_TO_TAKE_PART'
          ? t`Has chosen not to take part for now`
          : t`Could not be reached yet`
      }
    >
      {voice.note ? <p>{voice.note}</p> : null}
      {voice.nextOfferOn ? (
        <p>
          <Trans>
            The next offer is on <Day value={voice.nextOfferOn} />.
          </Trans>
        </p>
      ) : null}
    </Notice>
  );
}
