import { useLingui } from '@lingui/react';
import { useEffect, useState } from 'react';

const steps = [
  { unit: 'minute', seconds: 60, upTo: 90 * 60 },
  { unit: 'hour', seconds: 3600, upTo: 36 * 3600 },
  { unit: 'day', seconds: 86_400, upTo: Infinity },
] as const;

/** How far an instant is from now, in words: "3 hours ago", "in 20 minutes". Moves with the clock. */
export function Ago({ value }: { value: string }) {
  const { i18n } = useLingui();
  const now = useNow();
  return (
    <time
      dateTime={value}
      title={i18n.date(new Date(value), { dateStyle: 'full', timeStyle: 'short' })}
    >
      {distance(value, now, i18n.locale)}
    </time>
  );
}

export function distance(value: string, now: number, locale: string): string {
  const seconds = (new Date(value).getTime() - now) / 1000;
  const step = steps.find(({ upTo }) => Math.abs(seconds) < upTo) ?? steps[2];
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return words.format(Math.round(seconds / step.seconds), step.unit);
}

/** The present time, anew each minute. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
