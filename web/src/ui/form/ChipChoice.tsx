import { Chip, Input } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { type Bound, type FieldProps, useField } from './context';
import css from './form.module.css';
import type { Choice } from './Select';

interface CommonProps<Value extends string> extends FieldProps {
  choices: readonly Choice<Value>[];
}
interface OneProps<Value extends string> extends CommonProps<Value> {
  many?: false;
  value?: Value | null;
  onChange?: (value: Value) => void;
}
interface ManyProps<Value extends string> extends CommonProps<Value> {
  many: true;
  value?: Value[];
  onChange?: (value: Value[]) => void;
}

/** A few choices, all in sight: radio buttons or, with `many`, check boxes. Arrow keys and Space. */
export function ChipChoice<Value extends string>(props: OneProps<Value> | ManyProps<Value>) {
  const { label, hint, required, disabled, choices } = props;
  const labelId = useId();
  const field = useField(
    props as ManyProps<Value>,
    (code) => choices.find(({ value }) => value === code)?.label,
  );
  const { id, error } = field.input;
  const errorId = error ? `${id}-error` : undefined;
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is one of the two that take a label
    <div
      id={id}
      tabIndex={-1}
      role={props.many ? 'group' : 'radiogroup'}
      aria-labelledby={labelId}
      aria-describedby={errorId}
      className={css.chipField}
    >
      <Input.Label id={labelId} required={required ?? false} labelElement="div">
        {label}
      </Input.Label>
      {hint ? <Input.Description>{hint}</Input.Description> : null}
      <div className={css.chips}>
        <Group many={props.many ?? false} field={field as unknown as Bound<never>} key={field.key}>
          {choices.map((choice) => (
            <Chip
              key={choice.value}
              value={choice.value}
              disabled={disabled ?? false}
              classNames={{ label: css.chip ?? '' }}
              // One name makes them one group: one stop for Tab, arrows within.
              {...(props.many ? {} : { name: labelId })}
            >
              {choice.label}
            </Chip>
          ))}
        </Group>
      </div>
      {error ? (
        <Input.Error id={errorId ?? ''} role="alert">
          {error}
        </Input.Error>
      ) : null}
    </div>
  );
}

interface GroupProps {
  many: boolean;
  field: Bound<never>;
  children: ReactNode;
}

/** The library types its group by one or many; the form knows only a value. */
function Group({ many, field, children }: GroupProps) {
  const { id: _id, error: _error, ...start } = field.input;
  const onChange = (next: string | string[]) => field.onChange(next as never);
  return many ? (
    <Chip.Group multiple {...start} onChange={onChange}>
      {children}
    </Chip.Group>
  ) : (
    <Chip.Group {...start} onChange={onChange}>
      {children}
    </Chip.Group>
  );
}
