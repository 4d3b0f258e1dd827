/**
 * The present minute, for a stamp: it is shown to the minute, and a device whose clock runs a few
 * seconds ahead does not tell of the future.
 */
export function thisMinute(now: Date = new Date()): string {
  const minute = new Date(now);
  minute.setSeconds(0, 0);
  return minute.toISOString();
}
