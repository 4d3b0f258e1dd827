/** Language of the words that people type for days. */
const words: Record<string, number> = {
  today: 0,
  hoy: 0,
  yesterday: -1,
  ayer: -1,
  tomorrow: 1,
  mañana: 1,
  manana: 1,
};
const weekdays: Record<string, number> = {
  su: 0,
  do: 0,
  mo: 1,
  lu: 1,
  tu: 2,
  ma: 2,
  we: 3,
  mi: 3,
  th: 4,
  ju: 4,
  fr: 5,
  vi: 5,
  sa: 6,
  sá: 6,
};

/**
 * A day as people type it: "today", "mon" (the next one), "-2", "+7", "11/18", "11/18/2026",
 * "2026-11-18". Null when it is no day. The answer is YYYY-MM-DD, in the reader's own calendar day.
 */
export function parseDay(text: string, now: Date = new Date()): string | null {
  const typed = text.trim().toLowerCase();
  const known = words[typed];
  if (known !== undefined) return shifted(now, known);
  const offset = /^([+-]\d{1,3})d?$/.exec(typed)?.[1];
  if (offset) return shifted(now, Number(offset));
  const weekday = /^[a-zá]{3,9}$/.test(typed) ? weekdays[typed.slice(0, 2)] : undefined;
  if (weekday !== undefined) return shifted(now, (weekday - now.getDay() + 7) % 7 || 7);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const us = /^(\d{1,2})[/.](\d{1,2})(?:[/.](\d{2}|\d{4}))?$/.exec(typed);
  if (!us) return null;
  const year = us[3] ? Number(us[3].length === 2 ? `20${us[3]}` : us[3]) : now.getFullYear();
  return day(year, Number(us[1]), Number(us[2]));
}

function shifted(from: Date, days: number): string {
  return format(new Date(from.getFullYear(), from.getMonth(), from.getDate() + days));
}

/** Refuses days that do not exist, such as February 30. */
function day(year: number, month: number, date: number): string | null {
  const made = new Date(year, month - 1, date);
  const same = made.getMonth() === month - 1 && made.getDate() === date;
  return same ? format(made) : null;
}

export function format(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
