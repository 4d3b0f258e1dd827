import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useCan } from '~/gql';
import { shownKeys, useShortcut } from '~/safety';
import { useOverlays } from '~/shell/overlays';
import { type Command, CommandList } from '~/ui';

/** `C`: what can be begun from anywhere. */
export function CreateMenu() {
  const { t } = useLingui();
  const overlays = useOverlays();
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  const logs = useCan('CONTACT_LOG');
  const records = useCan('REQUEST_RECORD');
  const refers = useCan('REFERRAL_MAKE');
  useShortcut('c', t`Create`, () => overlays.open('create'));
  const close = () => {
    setWords('');
    overlays.close();
  };
  const all: (Command & { shown: boolean; text: string })[] = [
    {
      id: 'contact',
      shown: logs,
      text: t`Log a contact`,
      label: t`Log a contact`,
      keys: shownKeys('l'),
      run: () => overlays.open('log'),
    },
    {
      id: 'request',
      shown: records,
      text: t`Record a request`,
      label: t`Record a request`,
      run: () => void navigate({ to: '/requests/new' }),
    },
    {
      id: 'referral',
      shown: refers,
      text: t`Refer to a service`,
      label: t`Refer to a service`,
      run: () => overlays.open('refer'),
    },
  ];
  const typed = words.trim().toLowerCase();
  return (
    <CommandList
      opened={overlays.opened === 'create'}
      onClose={close}
      label={t`Create`}
      placeholder={t`What do you want to begin?`}
      words={words}
      onWords={setWords}
      groups={[
        {
          title: t`Create`,
          commands: all.filter(({ shown, text }) => shown && text.toLowerCase().includes(typed)),
        },
      ]}
    />
  );
}
