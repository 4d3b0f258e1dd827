import { useLingui } from '@lingui/react';
import { dayOf } from './dayOf';

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
