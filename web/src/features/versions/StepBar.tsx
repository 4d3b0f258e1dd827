import { useId } from 'react';
import type { StepState } from '~/gql/generated/enums';
import css from './progress.module.css';

interface StepBarProps {
  states: readonly StepState[];
  /** What the bar shows, as a sentence; without it the bar is a mere sample. */
  says?: string;
}

const wide = 30;
const high = 14;

/** A piece for each step; each state has its own pattern, which a print in grey keeps. */
export function StepBar({ states, says }: StepBarProps) {
  const id = useId();
  const width = states.length * wide;
  const hatch = `${id}-hatch`;
  const dots = `${id}-dots`;
  const fills: Record<StepState, string> = {
    DONE: 'var(--bar-ink)',
    DOING: `url(#${hatch})`,
    WAITING: `url(#${dots})`,
    TODO: 'none',
    NOT_NEEDED: 'none',
    YOUTH_DECLINED_FOR_NOW: 'none',
  };
  const frame = {
    className: css.bar,
    width,
    height: high,
    viewBox: `0 0 ${width} ${high}`,
  };
  const pieces = (
    <>
      <defs>
        <pattern
          id={hatch}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="2.5" height="5" fill="var(--bar-ink)" />
        </pattern>
        <pattern id={dots} width="5" height="5" patternUnits="userSpaceOnUse">
          <circle cx="2.5" cy="2.5" r="1.1" fill="var(--bar-ink)" />
        </pattern>
      </defs>
      {states.map((state, at) => (
        <g
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece is known by its place
          key={at}
          transform={`translate(${at * wide} 0)`}
        >
          <rect
            x="1"
            y="1"
            width={wide - 4}
            height={high - 2}
            rx="3"
            fill={fills[state]}
            stroke="var(--bar-line)"
            strokeDasharray={state === 'YOUTH_DECLINED_FOR_NOW' ? '3 2' : undefined}
          />
          {state === 'NOT_NEEDED' ? (
            <path d={`M5 ${high / 2}H${wide - 7}`} stroke="var(--bar-line)" />
          ) : null}
        </g>
      ))}
    </>
  );
  return says ? (
    <svg {...frame} role="img" aria-label={says}>
      {pieces}
    </svg>
  ) : (
    <svg {...frame} aria-hidden="true">
      {pieces}
    </svg>
  );
}
