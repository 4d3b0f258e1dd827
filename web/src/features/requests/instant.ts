/** The instant of a day (YYYY-MM-DD) and a time (HH:MM, may be empty) in the reader's own zone. */
export function instantOf(day: string, time: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const [hour = 12, minute = 0] = time ? time.split(':').map(Number) : [];
  return new Date(year, month - 1, date, hour, minute).toISOString();
}

/** The day on which somebody asks how it went, where it is still to come; a day that was is done. */
export const stillAhead = (day: string | null | undefined): string | null =>
  day && day >= new Date().toLocaleDateString('en-CA') ? day : null;
