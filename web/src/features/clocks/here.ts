const two = (value: number) => String(value).padStart(2, '0');

/** The day of an instant in the reader's zone, as a field has it (YYYY-MM-DD). */
export function dayHere(instant: string): string {
  const at = new Date(instant);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Its time of day there (HH:MM). */
export function timeHere(instant: string): string {
  const at = new Date(instant);
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}
