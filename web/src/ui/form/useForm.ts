import { type UseFormReturnType, useForm as useBase } from '@mantine/form';

/** Values by field name; a name with dots reaches into lists and groups. */
export type Values = Record<string, unknown>;
export type TrellisForm<V extends Values> = UseFormReturnType<V>;

interface FormOptions<V extends Values> {
  initialValues: V;
  /** Small inline checks only, by field name; the server has the last word. */
  validate?: (values: V) => Partial<Record<string, string | null>>;
}

/** The state of one form. Fields are uncontrolled, so typing draws only the field typed in. */
export function useForm<V extends Values>({ initialValues, validate }: FormOptions<V>) {
  return useBase<V>({
    mode: 'uncontrolled',
    initialValues,
    validate: (values) =>
      Object.fromEntries(
        Object.entries(validate?.(values) ?? {}).filter(([, message]) => message),
      ) as Record<string, string>,
    validateInputOnBlur: false,
    clearInputErrorOnChange: true,
  });
}
