import { useLingui } from '@lingui/react/macro';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type Entry, lanes, rowsOf } from './entries';
import { Mark } from './Mark';
import css from './timeline.module.css';
import { useEntryWords } from './useEntryWords';

interface PictureProps {
  from: number;
  to: number;
  now: number;
  entries: readonly Entry[];
  /** One sentence that says what the picture shows: all that those hear who do not see it. */
  summary: string;
}
const row = 20;
const laneHead = 24;
const axis = 28;
const side = 12;

/** The lanes, as wide as their place, with a line at today. */
export function Picture({ from, to, now, entries, summary }: PictureProps) {
  const { t } = useLingui();
  const words = useEntryWords();
  const { frame, width } = useWidth();
  const x = (instant: number) =>
    side + ((Math.min(Math.max(instant, from), to) - from) / (to - from)) * (width - 2 * side);
  const shown = (instant: number) => (instant >= from && instant <= to ? x(instant) : undefined);
  const perPixel = (to - from) / Math.max(width - 2 * side, 1);
  const drawn = useMemo(() => {
    let top = axis;
    return lanes.map((lane) => {
      const those = entries.filter((entry) => entry.lane === lane);
      const rows = rowsOf(those, perPixel * 14);
      const height = laneHead + (Math.max(0, ...rows.values()) + 1) * row + 8;
      const placed = { lane, those, rows, top, height };
      top += height;
      return placed;
    });
  }, [entries, perPixel]);
  const bottom = drawn.reduce((sum, { height }) => sum + height, axis);
  const ticks = ticksOf(from, to, width);
  return (
    <div ref={frame} className={css.frame}>
      {width > 0 ? (
        <svg
          className={css.picture}
          width={width}
          height={bottom + 4}
          viewBox={`0 0 ${width} ${bottom + 4}`}
          role="img"
          aria-label={summary}
        >
          <g>
            <defs>
              <pattern
                id="timeline-hatch"
                width="6"
                height="6"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <line x1="0" y1="0" x2="0" y2="6" className={css.hatch} />
              </pattern>
              <pattern id="timeline-dots" width="6" height="6" patternUnits="userSpaceOnUse">
                <circle cx="3" cy="3" r="1.6" className={css.dots} />
              </pattern>
            </defs>
            {ticks.map((tick) => (
              <g key={tick}>
                <line x1={x(tick)} x2={x(tick)} y1={axis - 6} y2={bottom} className={css.grid} />
                <text x={x(tick)} y={axis - 12} className={css.tick} textAnchor="middle">
                  {words.day(tick)}
                </text>
              </g>
            ))}
            {drawn.map(({ lane, those, rows, top, height }) => (
              <g key={lane} data-lane={lane}>
                <line x1={0} x2={width} y1={top} y2={top} className={css.rule} />
                <text x={4} y={top + 16} className={css.lane}>
                  {words.lane[lane]}
                </text>
                {those.map((entry) => (
                  <Mark
                    key={entry.key}
                    entry={entry}
                    x={shown}
                    from={x(entry.from)}
                    to={x(entry.to)}
                    y={top + laneHead + (rows.get(entry.key) ?? 0) * row + row / 2}
                    words={`${words.what(entry)}, ${words.when(entry)}`}
                  />
                ))}
                {those.length === 0 ? (
                  <text x={4} y={top + height - 12} className={css.tick}>
                    {t`nothing in this time`}
                  </text>
                ) : null}
              </g>
            ))}
            {now >= from && now <= to ? (
              <>
                <line x1={x(now)} x2={x(now)} y1={axis - 6} y2={bottom} className={css.today} />
                <text x={x(now) + 4} y={bottom - 2} className={css.todayWord}>
                  {t`today`}
                </text>
              </>
            ) : null}
          </g>
        </svg>
      ) : null}
    </div>
  );
}

/** The width of the place, followed as it changes. */
function useWidth() {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const place = frame.current;
    if (!place) return;
    const watch = new ResizeObserver(() => setWidth(Math.floor(place.clientWidth)));
    watch.observe(place);
    return () => watch.disconnect();
  }, []);
  return { frame, width };
}

/** Days that are named on top: as many as have room, none at the very edge. */
function ticksOf(from: number, to: number, width: number): number[] {
  const many = Math.max(2, Math.floor(width / 150));
  return Array.from({ length: many }, (_, at) => from + ((to - from) * (at + 0.5)) / many);
}
