import { useLingui } from '@lingui/react/macro';
import { Select as Base } from '@mantine/core';
import { useMemo } from 'react';
import { type FieldProps, useField } from './context';

export interface Choice<Value extends string = string> {
  value: Value;
  label: string;
}

export interface SelectProps<Value extends string> extends FieldProps {
  choices: readonly Choice<Value>[];
  value?: Value | null;
  onChange?: (value: Value | null) => void;
  placeholder?: string;
  /** When nothing matches what was typed. */
  noMatch?: string;
  /** Searching on the server: called with what is typed; give `choices` for it. */
  onSearch?: (words: string) => void;
  clearable?: boolean;
  focusFirst?: boolean;
}

/**
 * One of many, found by typing. The first match is always marked, so that Enter takes it
 * instead of sending the form. For seven or fewer use `ChipChoice`.
 */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { t } = useLingui();
  const { label, hint, required, disabled, choices, noMatch, onSearch, focusFirst } = props;
  const field = useField<Value | null>(
    props,
    (code) => choices.find(({ value }) => value === code)?.label,
  );
  // New data makes the library forget what is being typed, so equal choices stay the same list.
  const same = JSON.stringify(choices);
  // biome-ignore lint/correctness/useExhaustiveDependencies: their text stands for the choices
  const data = useMemo(() => [...choices], [same]);
  return (
    <Base
      key={field.key}
      {...field.input}
      label={label}
      description={hint}
      required={required ?? false}
      disabled={disabled ?? false}
      placeholder={props.placeholder}
      clearable={props.clearable ?? false}
      data-autofocus={focusFirst || undefined}
      data={data}
      onChange={(next: string | null) => field.onChange(next as Value | null)}
      {...(onSearch ? { onSearchChange: onSearch, filter: ({ options }) => options } : {})}
      searchable
      selectFirstOptionOnChange
      autoComplete="off"
      nothingFoundMessage={noMatch ?? t`Nothing matches`}
      maxDropdownHeight={280}
      comboboxProps={{ withinPortal: false, shadow: 'md' }}
      clearButtonProps={{ 'aria-label': t`Clear`, size: 'md' }}
    />
  );
}
