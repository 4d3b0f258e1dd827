import { Textarea } from '@mantine/core';
import type { Ref } from 'react';
import { type FieldProps, useField } from './context';

export interface TextAreaProps extends FieldProps {
  value?: string;
  onChange?: (value: string) => void;
  rows?: number;
  maxLength?: number;
  focusFirst?: boolean;
  ref?: Ref<HTMLTextAreaElement>;
}

/** Plain text that grows as it is written; paragraphs are kept, nothing else is needed. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, rows = 3, focusFirst, required, disabled, maxLength, ref } = props;
  const field = useField<string>(props);
  return (
    <Textarea
      key={field.key}
      {...field.input}
      ref={ref}
      label={label}
      description={hint}
      required={required ?? false}
      disabled={disabled ?? false}
      maxLength={maxLength}
      data-autofocus={focusFirst || undefined}
      onChange={(event) => field.onChange(event.currentTarget.value)}
      autosize
      minRows={rows}
      maxRows={16}
      autoComplete="off"
    />
  );
}
