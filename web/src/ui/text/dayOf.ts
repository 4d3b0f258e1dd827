/** A bare day is a calendar day: reading it as midnight in UTC would show the day before. */
export function dayOf(value: string): Date {
  const [year, month, date] = value.split('-').map(Number);
  return value.length === 10 && year && month && date
    ? new Date(year, month - 1, date)
    : new Date(value);
}
