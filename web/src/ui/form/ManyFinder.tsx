import { useLingui } from '@lingui/react/macro';
import { MultiSelect as Base } from '@mantine/core';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { type FieldProps, useField } from './context';
import { takenByEnter } from './enter';
import type { Choice } from './Select';

interface ManyFinderProps extends FieldProps {
  /** All that are known by name, those that are chosen among them. More may arrive meanwhile. */
  choices: readonly Choice[];
  /** Those of them that match `words` now. */
  matches: ReadonlySet<string>;
  words: string;
  onWords: (words: string) => void;
  most?: number;
  placeholder?: string;
  noMatch?: string;
  focusFirst?: boolean;
}

/** Several of more than a list can hold: the caller seeks while it is typed. Backspace takes the last away. */
export function ManyFinder(props: ManyFinderProps) {
  const field = useField<string[]>(props);
  const { id, error, ...start } = field.input;
  return (
    <Inner
      key={field.key}
      {...props}
      id={id}
      error={error}
      start={('value' in start ? start.value : start.defaultValue) ?? []}
      onPick={field.onChange}
    />
  );
}

interface InnerProps extends ManyFinderProps {
  id: string;
  error: React.ReactNode;
  start: string[];
  onPick: (value: string[]) => void;
}

function Inner({ choices, matches, words, onWords, start, onPick, ...props }: InnerProps) {
  const { t } = useLingui();
  const [value, setValue] = useState(start);
  const same = JSON.stringify(choices);
  // biome-ignore lint/correctness/useExhaustiveDependencies: their text stands for the choices
  const data = useMemo(() => [...choices], [same]);
  const pick = (next: string[]) => {
    setValue(next);
    onPick(next);
    onWords('');
  };
  const take = (event: KeyboardEvent<HTMLInputElement>) => {
    if (words.trim() === '') return;
    const open = choices.find((one) => matches.has(one.value) && !value.includes(one.value));
    const match = takenByEnter(event, open?.value);
    if (match && !value.includes(match)) pick([...value, match]);
  };
  return (
    <Base
      id={props.id}
      error={props.error}
      label={props.label}
      description={props.hint}
      required={props.required ?? false}
      disabled={props.disabled ?? false}
      placeholder={value.length === 0 ? props.placeholder : undefined}
      data-autofocus={props.focusFirst || undefined}
      data={data}
      value={value}
      maxValues={props.most}
      onChange={pick}
      onKeyDown={take}
      searchValue={words}
      onSearchChange={onWords}
      filter={({ options }) =>
        options.filter((option) => 'value' in option && matches.has(option.value))
      }
      searchable
      hidePickedOptions
      selectFirstOptionOnChange
      autoComplete="off"
      spellCheck={false}
      nothingFoundMessage={props.noMatch ?? t`Nothing matches`}
      maxDropdownHeight={280}
      comboboxProps={{ withinPortal: false, shadow: 'md' }}
    />
  );
}
