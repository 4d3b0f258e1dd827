/**
 * Counts Shift pressed and let go by itself, three times within three seconds. Shift held for a
 * capital letter is none of these: any other key in between starts the count over.
 */
export function watchTripleShift(
  onCount: (count: number) => void,
  onLeave: () => void,
): () => void {
  let times: number[] = [];
  let alone = false;
  let forget: ReturnType<typeof setTimeout> | undefined;

  const reset = () => {
    times = [];
    onCount(0);
  };
  const down = (event: KeyboardEvent) => {
    alone = event.key === 'Shift' && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (!alone && times.length) reset();
  };
  const up = (event: KeyboardEvent) => {
    if (event.key !== 'Shift' || !alone) return;
    alone = false;
    const now = event.timeStamp;
    times = [...times.filter((time) => now - time <= withinMs), now];
    clearTimeout(forget);
    if (times.length >= 3) {
      reset();
      onLeave();
      return;
    }
    onCount(times.length);
    forget = setTimeout(reset, withinMs);
  };
  // In the capture phase: nothing on the page can swallow these keys.
  document.addEventListener('keydown', down, true);
  document.addEventListener('keyup', up, true);
  return () => {
    clearTimeout(forget);
    document.removeEventListener('keydown', down, true);
    document.removeEventListener('keyup', up, true);
  };
}

const withinMs = 3000;
