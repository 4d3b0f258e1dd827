import { type UseFormReturnType, useForm as useBase } from '@mantine/form';
import { useCallback, useRef } from 'react';

/** Values by field name; a name with dots reaches into lists and groups. */
export type Values = Record<string, unknown>;

export type TrellisForm<V extends Values> = UseFormReturnType<V> & {
  /** Tells of every change of any field; for drafts. Returns how to stop. */
  onEveryChange: (tell: (values: V) => void) => () => void;
};

interface FormOptions<V extends Values> {
  initialValues: V;
  /** Small inline checks only, by field name; the server has the last word. */
  validate?: (values: V) => Partial<Record<string, string | null>>;
}

/** The state of one form. Fields are uncontrolled, so typing draws only the field typed in. */
export function useForm<V extends Values>({
  initialValues,
  validate,
}: FormOptions<V>): TrellisForm<V> {
  const listeners = useRef(new Set<(values: V) => void>());
  const form = useBase<V>({
    mode: 'uncontrolled',
    initialValues,
    validate: (values) =>
      Object.fromEntries(
        Object.entries(validate?.(values) ?? {}).filter(([, message]) => message),
      ) as Record<string, string>,
    validateInputOnBlur: false,
    clearInputErrorOnChange: true,
    onValuesChange: (values) => {
      for (const tell of listeners.current) tell(values);
    },
  });
  const onEveryChange = useCallback((tell: (values: V) => void) => {
    listeners.current.add(tell);
    return () => void listeners.current.delete(tell);
  }, []);
  return { ...form, onEveryChange };
}
