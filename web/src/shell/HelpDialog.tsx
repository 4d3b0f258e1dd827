import { Trans, useLingui } from '@lingui/react/macro';
import { usePreferences } from '~/preferences';
import { shownKeys, useShortcuts } from '~/safety';
import { KeyHint, Link, Modal, Stack } from '~/ui';
import css from './shell.module.css';

/** Every key that works here, and how to switch them off. */
export function HelpDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useLingui();
  const shortcuts = useShortcuts();
  const { keys } = usePreferences();
  const fixed = [
    { keys: ['J', 'K'], label: t`Next and previous row` },
    { keys: ['Enter'], label: t`Open the row` },
    { keys: ['X'], label: t`Select the row` },
    { keys: ['Ctrl', 'Enter'], label: t`Save the form` },
    { keys: ['Shift', 'Shift ', 'Shift  '], label: t`Leave at once` },
  ];
  return (
    <Modal opened={opened} onClose={onClose} title={t`Keys and help`}>
      <Stack>
        {keys === 'off' ? <p>{t`Single keys are switched off in your settings.`}</p> : null}
        <dl className={css.keys}>
          {shortcuts.map((shortcut) => (
            <div key={shortcut.keys}>
              <dt>{shortcut.label}</dt>
              <dd>
                <KeyHint keys={shownKeys(shortcut.keys)} />
              </dd>
            </div>
          ))}
          {fixed.map((line) => (
            <div key={line.label}>
              <dt>{line.label}</dt>
              <dd>
                <KeyHint keys={line.keys} />
              </dd>
            </div>
          ))}
        </dl>
        <p>
          <Trans>
            Leaving does not erase the history of this browser.{' '}
            <Link to="/me" onClick={onClose}>
              Switch keys off, or limit them to Alt
            </Link>
          </Trans>
        </p>
      </Stack>
    </Modal>
  );
}
