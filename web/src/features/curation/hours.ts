import type { ToldDetails } from './Details';

type Schedule = Omit<ToldDetails['schedules'][number], '__typename'>;

/** The first Monday of 2024 and the days after it: only their names are of interest. */
const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

function named(code: string, locale: string): string {
  const place = days.indexOf(code.trim().slice(-2).toUpperCase());
  if (place < 0) return code.trim();
  const name = new Intl.DateTimeFormat(locale, { weekday: 'short' });
  return name.format(new Date(2024, 0, 1 + place));
}

/** A schedule in lines: its days and hours, from when to when it holds, what is said of it. */
export function hours(of: Schedule, locale: string): string[] {
  const week = of.days?.split(',').map((code) => named(code, locale));
  const day = [of.opensAt, of.closesAt].filter(Boolean).join(' – ');
  const valid = [of.validFrom, of.validTo].filter(Boolean).join(' – ');
  return [[week?.join(', '), day].filter(Boolean).join(' · '), valid, of.text ?? ''].filter(
    Boolean,
  );
}
