import { useCallback, useSyncExternalStore } from 'react';
import type { TrellisForm, Values } from './useForm';

/** The present value of one field, for a form whose other parts depend on it. Draws on its change. */
export function useFormValue<V extends Values, Name extends keyof V>(
  form: TrellisForm<V>,
  name: Name,
): V[Name] {
  const { onEveryChange, getValues } = form;
  const subscribe = useCallback((tell: () => void) => onEveryChange(tell), [onEveryChange]);
  return useSyncExternalStore(subscribe, () => getValues()[name]);
}
