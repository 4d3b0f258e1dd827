import { useLingui } from '@lingui/react';

/** A day (YYYY-MM-DD) or the day of an instant, in the reader's language; the zone is theirs. */
export function Day({ value }: { value: string }) {
  const { i18n } = useLingui();
  return <time dateTime={value}>{i18n.date(dayOf(value), { dateStyle: 'medium' })}</time>;
}

/** An instant with its time of day. */
export function Moment({ value }: { value: string }) {
  const { i18n } = useLingui();
  return (
    <time dateTime={value}>
      {i18n.date(new Date(value), { dateStyle: 'medium', timeStyle: 'short' })}
    </time>
  );
}

/** A bare day is a calendar day: reading it as midnight in UTC would show the day before. */
function dayOf(value: string): Date {
  const [year, month, date] = value.split('-').map(Number);
  return value.length === 10 && year && month && date
    ? new Date(year, month - 1, date)
    : new Date(value);
}
