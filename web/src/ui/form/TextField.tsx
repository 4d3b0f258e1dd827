import { PasswordInput, TextInput } from '@mantine/core';
import type { ChangeEvent, InputHTMLAttributes } from 'react';
import { type FieldProps, useField } from './context';

export interface TextFieldProps extends FieldProps {
  value?: string;
  onChange?: (value: string) => void;
  type?: 'text' | 'search' | 'tel' | 'email' | 'password';
  /** Off for everything personal (rule 125); sign-in fields turn it on for password managers. */
  autoComplete?: string;
  inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode'];
  maxLength?: number;
  placeholder?: string;
  /** Takes focus when the drawer or dialog around it opens. */
  focusFirst?: boolean;
}

/** One line of text. Names are never spell-checked: some browsers send them away for that. */
export function TextField(props: TextFieldProps) {
  const { name, label, hint, type = 'text', autoComplete = 'off', focusFirst } = props;
  const field = useField<string>(props);
  const shared = {
    ...field.input,
    label,
    description: hint,
    required: props.required ?? false,
    disabled: props.disabled ?? false,
    placeholder: props.placeholder,
    maxLength: props.maxLength,
    inputMode: props.inputMode,
    name: autoComplete === 'off' ? undefined : name,
    autoComplete,
    spellCheck: false,
    'data-autofocus': focusFirst || undefined,
    onChange: (event: ChangeEvent<HTMLInputElement>) => field.onChange(event.currentTarget.value),
  };
  return type === 'password' ? (
    <PasswordInput key={field.key} {...shared} />
  ) : (
    <TextInput key={field.key} type={type} {...shared} />
  );
}
