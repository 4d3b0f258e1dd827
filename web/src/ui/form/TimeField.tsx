import { TimeInput } from '@mantine/dates';
import { type FieldProps, useField } from './context';

interface TimeFieldProps extends FieldProps {
  /** HH:MM, 24 hours, in the reader's zone. */
  value?: string;
  onChange?: (value: string) => void;
}

/** A time of day, by the browser's own control: typed or picked as the device has it. */
export function TimeField(props: TimeFieldProps) {
  const { label, hint, required, disabled } = props;
  const field = useField<string>(props);
  return (
    <TimeInput
      key={field.key}
      {...field.input}
      label={label}
      description={hint}
      required={required ?? false}
      disabled={disabled ?? false}
      onChange={(event) => field.onChange(event.currentTarget.value)}
    />
  );
}
