import { useLingui } from '@lingui/react/macro';
import { Modal as Base, Combobox, TextInput, useCombobox } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import { KeyHint } from '../actions/KeyHint';
import css from './overlay.module.css';

export interface Command {
  id: string;
  label: ReactNode;
  /** A second line or a word at the end: what kind of thing this is. */
  detail?: ReactNode;
  keys?: string[];
  run: () => void;
}

interface CommandListProps {
  opened: boolean;
  onClose: () => void;
  /** Its name, and what may be typed. */
  label: string;
  placeholder: string;
  words: string;
  onWords: (words: string) => void;
  groups: readonly { title: string; commands: readonly Command[] }[];
  /** Said under the field: that there is no connection, that nothing matches. */
  note?: ReactNode;
  busy?: boolean;
}

/** One field to find and to do: type, arrows, Enter. The first match is always marked. */
export function CommandList(props: CommandListProps) {
  const { opened, onClose, label, placeholder, words, onWords, groups, note, busy } = props;
  const { t } = useLingui();
  const combobox = useCombobox({ opened: true });
  const commands = groups.flatMap((group) => group.commands);
  const marks = commands.map((command) => command.id).join();
  const { selectFirstOption } = combobox;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows themselves are the trigger
  useEffect(() => {
    if (!opened) return;
    // The rows are drawn a moment after the dialog opens.
    const frame = requestAnimationFrame(() => selectFirstOption());
    return () => cancelAnimationFrame(frame);
  }, [opened, marks]);

  return (
    <Base.Root
      opened={opened}
      onClose={onClose}
      size={620}
      classNames={{ inner: css.inner ?? '' }}
      withinPortal={false}
      lockScroll={false}
      yOffset="10dvh"
    >
      <Base.Overlay />
      <Base.Content data-trellis-overlay aria-label={label}>
        <Combobox
          store={combobox}
          onOptionSubmit={(id) => {
            onClose();
            commands.find((command) => command.id === id)?.run();
          }}
        >
          <Combobox.EventsTarget>
            <TextInput
              aria-label={label}
              placeholder={placeholder}
              value={words}
              onChange={(event) => onWords(event.currentTarget.value)}
              onKeyDown={(event) => {
                // The list is always open, so Escape closes all of it.
                if (event.key === 'Escape') onClose();
              }}
              leftSection={<IconSearch size={20} aria-hidden />}
              size="lg"
              variant="unstyled"
              autoComplete="off"
              spellCheck={false}
              data-autofocus
              aria-busy={busy}
            />
          </Combobox.EventsTarget>
          {/* Focusable, since a long list scrolls and its rows are no stops of their own. */}
          <Combobox.Options className={css.commands ?? ''} aria-label={label} tabIndex={0}>
            {groups.map((group) =>
              group.commands.length ? (
                <Combobox.Group key={group.title} label={group.title}>
                  {group.commands.map((command) => (
                    <Combobox.Option key={command.id} value={command.id}>
                      <span className={css.command}>
                        <span>{command.label}</span>
                        {command.detail ? <span className="t-soft">{command.detail}</span> : null}
                        {command.keys ? <KeyHint keys={command.keys} /> : null}
                      </span>
                    </Combobox.Option>
                  ))}
                </Combobox.Group>
              ) : null,
            )}
            {commands.length === 0 && !busy ? (
              <Combobox.Empty>{t`Nothing matches`}</Combobox.Empty>
            ) : null}
          </Combobox.Options>
        </Combobox>
        {note ? (
          <div role="status" className={css.commandNote}>
            {note}
          </div>
        ) : null}
      </Base.Content>
    </Base.Root>
  );
}
