import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useWords } from '~/features/words';
import { Button, Day, Drawer, Section, Stack } from '~/ui';
import type { SupportedCase } from '../query';
import css from '../support.module.css';
import { stageOfChange } from '../words';
import { byTopic } from './byTopic';
import { StageForm } from './StageForm';

/** Stages of change, for staff alone: by topic, dated, with all that was noted before (rule 70). */
export function Stages({ of, edits }: { of: SupportedCase; edits: boolean }) {
  const { t } = useLingui();
  const { word } = useWords();
  const [noting, setNoting] = useState(false);
  const close = () => setNoting(false);
  const topics = byTopic(of.stages);
  return (
    <Section
      title={t`How to meet them: stages of change`}
      actions={
        edits ? <Button small onClick={() => setNoting(true)}>{t`Note a stage`}</Button> : undefined
      }
    >
      <Stack>
        <p className="t-soft">
          {t`For staff alone. Each topic stands for itself, and going back is part of the way.`}
        </p>
        {topics.map(({ key, title, entries }) => (
          <div key={key}>
            <h3>{title}</h3>
            <ul className={css.lines}>
              {entries.map(({ stage, notedOn, notedAt, notedBy }) => (
                <li key={notedAt}>
                  {stage ? word(stageOfChange, stage) : t`Not shown to you`}
                  <span className="t-soft">
                    {' '}
                    <Trans>
                      (<Day value={notedOn} />, {notedBy?.name})
                    </Trans>
                  </span>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </Stack>
      <Drawer opened={noting} onClose={close} title={t`Note a stage`}>
        {noting ? <StageForm of={of} onClose={close} /> : null}
      </Drawer>
    </Section>
  );
}
