import { useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import { Button, Drawer } from '~/ui';
import type { FullService } from './ServicePage';

const RecordForm = lazy(() => import('./RecordForm').then((m) => ({ default: m.RecordForm })));

interface RecordServiceProps {
  of?: FullService;
  onRecorded?: (id: string) => void;
}

/** For curators: records a service, or changes what the directory has of one. */
export function RecordService({ of, onRecorded }: RecordServiceProps) {
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  return (
    <>
      <Button look={of ? 'second' : 'main'} onClick={() => setOpened(true)}>
        {of ? t`Change the entry` : t`Record a service`}
      </Button>
      <Drawer
        opened={opened}
        onClose={close}
        title={of ? t`Change the entry` : t`Record a service`}
      >
        {opened ? (
          <Suspense fallback={null}>
            <RecordForm
              key={of?.version}
              {...(of ? { of } : {})}
              {...(onRecorded ? { onRecorded } : {})}
              onClose={close}
            />
          </Suspense>
        ) : null}
      </Drawer>
    </>
  );
}
