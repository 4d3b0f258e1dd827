import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { contactWish, strengthKind, useWords } from '~/features/words';
import { Button, Columns, Drawer, Section, Stack } from '~/ui';
import { DoNotAskList } from '../DoNotAsk';
import { Kept } from '../Kept';
import type { SupportedCase } from '../query';
import { calmingKind, triggerKind } from '../words';
import { ProfileForm } from './ProfileForm';
import { Said } from './Said';

/** What helps this young person: their strengths, what calms, what not to ask, how to reach them. */
export function Profile({ of, edits }: { of: SupportedCase; edits: boolean }) {
  const { t } = useLingui();
  const { word } = useWords();
  const [writing, setWriting] = useState(false);
  const close = () => setWriting(false);
  const profile = of.supportProfile;
  const strengths = of.plan?.strengths ?? [];
  return (
    <Section
      title={t`What helps`}
      actions={
        edits ? (
          <Button small onClick={() => setWriting(true)}>
            {profile ? t`Change what helps` : t`Write what helps`}
          </Button>
        ) : undefined
      }
    >
      <Stack>
        {profile?.doNotAsk.length ? <DoNotAskList topics={profile.doNotAsk} /> : null}
        {profile || strengths.length ? (
          <Columns>
            <Said
              title={t`Strengths`}
              none={t`None is in the plan yet.`}
              lines={strengths.map(({ kind, text }) => ({ kind: word(strengthKind, kind), text }))}
            />
            <Said
              title={t`What calms`}
              none={t`Nothing is written yet.`}
              lines={(profile?.calming ?? []).map(({ kind, text }) => ({
                kind: word(calmingKind, kind),
                text,
              }))}
            />
            <Said
              title={t`What sets off`}
              none={t`Nothing is written yet.`}
              lines={(profile?.triggers ?? []).map(({ kind, text }) => ({
                kind: word(triggerKind, kind),
                text,
              }))}
            />
            <Said
              title={t`How they want to be reached`}
              none={t`Not asked yet.`}
              lines={(profile?.contact ?? []).map(({ kind, text }) => ({
                kind: word(contactWish, kind),
                text,
              }))}
            />
            <Said
              title={t`What makes a welcome`}
              none={t`Nothing is written yet.`}
              lines={(profile?.welcomeItems ?? []).map((text) => ({ text }))}
            />
          </Columns>
        ) : (
          <p className="t-soft">
            {t`Nothing is written yet. Ask what helps them when things get hard, and write it down for everybody.`}
          </p>
        )}
        {profile ? <Kept by={profile.writtenBy} at={profile.writtenAt} /> : null}
      </Stack>
      <Drawer opened={writing} onClose={close} title={t`What helps`}>
        {writing ? <ProfileForm of={of} onClose={close} /> : null}
      </Drawer>
    </Section>
  );
}
