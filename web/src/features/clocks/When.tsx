import { useLingui } from '@lingui/react/macro';
import { instantOf } from '~/features/requests/instant';
import { Columns, DateField, TimeField } from '~/ui';
import { dayHere } from './here';

interface WhenProps {
  /** The field's name, as the server's problems have it; its time of day is `<name>Time`. */
  name: string;
  label: string;
  /** What it means to leave it empty; now, when absent. */
  hint?: string;
}

/** A day and a time that have been. */
export function When({ name, label, hint }: WhenProps) {
  const { t } = useLingui();
  return (
    <Columns>
      <DateField
        name={name}
        label={label}
        hint={hint ?? t`Empty: now. For example: yesterday, -2 or 11/18`}
      />
      <TimeField name={`${name}Time`} label={t`Time`} hint={t`In your time zone`} />
    </Columns>
  );
}

/** The instant that was written, or null where nothing was. A time alone is that of today. */
export function whenOf(day: string | null, time: string): string | null {
  if (day) return instantOf(day, time);
  return time ? instantOf(dayHere(new Date().toISOString()), time) : null;
}
