/**
 * The version that was in force at the end of a day (YYYY-MM-DD), counted in UTC as the server
 * reads plans back; undefined before the first one was frozen.
 */
export const inForce = <Frozen extends { frozenAt: string }>(
  oldestFirst: readonly Frozen[],
  day: string,
): Frozen | undefined =>
  oldestFirst.findLast(({ frozenAt }) => new Date(frozenAt).toISOString().slice(0, 10) <= day);
