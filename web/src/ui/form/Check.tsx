import { useLingui } from '@lingui/react/macro';
import { Checkbox } from '@mantine/core';
import { type FieldProps, useField } from './context';

interface CheckProps extends FieldProps {
  value?: boolean;
  onChange?: (value: boolean) => void;
}

/** One yes or no. */
export function Check(props: CheckProps) {
  const { t } = useLingui();
  const { label, hint, required, disabled } = props;
  const { key, input, onChange } = useField<boolean>(props, (value) =>
    value === 'true' ? t`Yes` : t`No`,
  );
  return (
    <Checkbox
      key={key}
      id={input.id}
      error={input.error}
      {...('value' in input
        ? { checked: input.value }
        : { defaultChecked: input.defaultValue ?? false })}
      label={label}
      description={hint}
      required={required ?? false}
      disabled={disabled ?? false}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
