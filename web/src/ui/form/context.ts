import { createContext, type ReactNode, use, useEffect, useId, useRef } from 'react';
import type { TrellisForm, Values } from './useForm';

export interface FormScope {
  form: TrellisForm<Values>;
  id: string;
  /** Fields make themselves known: for a problem to be linked to its field, and a conflict to be
   * told in the field's words. */
  register: (name: string, field: KnownField) => () => void;
}
export interface KnownField {
  label: string;
  /** A value of it as people read it; absent where that is the value itself. */
  say: (value: string) => string | undefined;
}
export const FormContext = createContext<FormScope | null>(null);

export interface FieldProps {
  /** The field's name in the form. Without a form around it, leave it out and give value and onChange. */
  name?: string;
  label: string;
  /** One plain sentence: why we ask, how it is guarded, what an answer looks like. */
  hint?: ReactNode;
  required?: boolean;
  disabled?: boolean;
}

export interface Bound<T> {
  key: string | undefined;
  /** To be spread on the input: controlled outside a form, starting from the form's value in one. */
  input: { id: string; error: ReactNode } & ({ value: T } | { defaultValue: T | undefined });
  onChange: (value: T) => void;
}

type Bindable<T> = Pick<FieldProps, 'name' | 'label'> & {
  value?: T;
  onChange?: ((value: T) => void) | undefined;
};

/**
 * Ties a field to the form around it, or to its own value when there is none. `say` tells a value
 * that is a code, as a conflict has it, in words.
 */
export function useField<T>(props: Bindable<T>, say?: KnownField['say']): Bound<T> {
  const scope = use(FormContext);
  const own = useId();
  const { name, label, value, onChange } = props;
  const register = scope?.register;
  const saying = useRef(say);
  saying.current = say;
  useEffect(
    () =>
      register && name
        ? register(name, { label, say: (value) => saying.current?.(value) })
        : undefined,
    [register, name, label],
  );
  if (!scope || !name) {
    const start = value === undefined ? { defaultValue: undefined } : { value };
    return {
      key: undefined,
      input: { id: own, error: undefined, ...start },
      onChange: (next) => onChange?.(next),
    };
  }
  const input = scope.form.getInputProps(name);
  return {
    key: scope.form.key(name),
    input: {
      id: fieldId(scope.id, name),
      error: input.error,
      defaultValue: input.defaultValue as T,
    },
    onChange: (next) => {
      input.onChange(next);
      onChange?.(next);
    },
  };
}

/** The id of a field's element: what the error summary links to. */
export const fieldId = (formId: string, name: string) => `${formId}-${name.replaceAll('.', '-')}`;
