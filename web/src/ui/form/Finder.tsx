import { useLingui } from '@lingui/react/macro';
import { Select as Base } from '@mantine/core';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { type FieldProps, useField } from './context';
import { takenByEnter } from './enter';
import type { Choice } from './Select';

interface FinderProps extends FieldProps {
  /** What matches `words` now, the chosen one among them. More may arrive while it is open. */
  choices: readonly Choice[];
  words: string;
  onWords: (words: string) => void;
  /** Outside a form. */
  value?: string | null;
  onChange?: (value: string | null) => void;
  placeholder?: string;
  noMatch?: string;
  focusFirst?: boolean;
}

/**
 * One of more than a list can hold: the caller seeks while it is typed. What is typed stays,
 * whatever arrives meanwhile, and Enter takes the first match.
 */
export function Finder(props: FinderProps) {
  const field = useField<string | null>(props);
  const { id, error, ...start } = field.input;
  return (
    <Inner
      key={field.key}
      {...props}
      id={id}
      error={error}
      start={('value' in start ? start.value : start.defaultValue) ?? null}
      onPick={field.onChange}
    />
  );
}

interface InnerProps extends Omit<FinderProps, 'value' | 'onChange'> {
  id: string;
  error: React.ReactNode;
  start: string | null;
  onPick: (value: string | null) => void;
}

function Inner({ choices, words, onWords, start, onPick, ...props }: InnerProps) {
  const { t } = useLingui();
  const [value, setValue] = useState(start);
  const same = JSON.stringify(choices);
  // biome-ignore lint/correctness/useExhaustiveDependencies: their text stands for the choices
  const data = useMemo(() => [...choices], [same]);
  const pick = (next: string | null) => {
    setValue(next);
    onPick(next);
  };
  const chosen = choices.find((choice) => choice.value === value)?.label ?? '';
  const take = (event: KeyboardEvent<HTMLInputElement>) => {
    if (value !== null && words === chosen) return;
    const match = takenByEnter(event, words.trim() === '' ? undefined : choices[0]?.value);
    if (match) pick(match);
  };
  return (
    <Base
      id={props.id}
      error={props.error}
      label={props.label}
      description={props.hint}
      required={props.required ?? false}
      disabled={props.disabled ?? false}
      placeholder={props.placeholder}
      data-autofocus={props.focusFirst || undefined}
      data={data}
      value={value}
      onChange={pick}
      onKeyDown={take}
      searchValue={words}
      onSearchChange={onWords}
      filter={({ options }) => options}
      searchable
      // A list that opens by itself lies over the next field, where a thumb is on its way.
      openOnFocus={false}
      selectFirstOptionOnChange
      autoComplete="off"
      spellCheck={false}
      nothingFoundMessage={props.noMatch ?? t`Nothing matches`}
      maxDropdownHeight={280}
      comboboxProps={{ withinPortal: false, shadow: 'md' }}
    />
  );
}
