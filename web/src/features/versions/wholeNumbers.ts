/** Whole numbers with commas between, or undefined when something else is among them. */
export function wholeNumbers(typed: string): number[] | undefined {
  const parts = typed.split(',').map((part) => part.trim());
  if (parts.length === 1 && parts[0] === '') return [];
  return parts.every((part) => /^\d{1,6}$/.test(part)) ? parts.map(Number) : undefined;
}
