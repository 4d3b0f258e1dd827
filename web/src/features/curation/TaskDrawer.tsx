import { useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { Phone } from '~/features/directory/Phone';
import { Drawer, Section, Stack } from '~/ui';
import { CloseService } from './CloseService';
import { CompleteForm } from './CompleteForm';
import type { Task } from './queries';
import { VerifyForm } from './VerifyForm';

/** The one thing that a task needs, over the list. */
export function TaskDrawer({ task, onClose }: { task: Task | undefined; onClose: () => void }) {
  const { t } = useLingui();
  // While it closes, it still shows what it was opened for.
  const last = useRef<Task>(undefined);
  if (task) last.current = task;
  const shown = task ?? last.current;
  const name = shown?.service?.name ?? shown?.waiting?.name ?? '';
  return (
    <Drawer
      opened={task !== undefined}
      onClose={onClose}
      title={shown?.waiting ? t`Complete: ${name}` : t`Check: ${name}`}
    >
      {task?.waiting ? (
        <CompleteForm key={task.waiting.id} of={task.waiting} onDone={onClose} />
      ) : null}
      {task?.service ? (
        <Stack>
          {task.service.phone ? (
            <div>
              <Phone number={task.service.phone} large />
            </div>
          ) : null}
          <VerifyForm key={task.service.version} of={task.service} onDone={onClose} />
          <Section title={t`It has ended`}>
            <CloseService of={task.service} onDone={onClose} />
          </Section>
        </Stack>
      ) : null}
    </Drawer>
  );
}
