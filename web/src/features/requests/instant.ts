/** The instant of a day (YYYY-MM-DD) and a time (HH:MM, may be empty) in the reader's own zone. */
export function instantOf(day: string, time: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const [hour = 12, minute = 0] = time ? time.split(':').map(Number) : [];
  return new Date(year, month - 1, date, hour, minute).toISOString();
}
