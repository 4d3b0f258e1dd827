import type { PlanState } from '~/gql/generated/graphql';
import type { Entry } from './entries';
import css from './timeline.module.css';

interface MarkProps {
  entry: Entry;
  /** Where an instant lies, in pixels; undefined where it is not shown. */
  x: (instant: number) => number | undefined;
  /** Where it begins and ends, and its middle line; in pixels. */
  from: number;
  to: number;
  y: number;
  /** For those who point at it: kind and day, nothing that anybody said. */
  words: string;
}

/** One entry. Each kind has a shape of its own, filled when it is done and hollow when it is open. */
export function Mark({ words, ...shape }: MarkProps) {
  return (
    <g data-open={shape.entry.open || undefined}>
      <title>{words}</title>
      <Shape {...shape} to={Math.max(shape.to, shape.from)} />
    </g>
  );
}

/** How a bar of the plan looks in each state. */
const phases: Record<PlanState, string | undefined> = {
  DRAFT: css.written,
  AWAITING_YOUTH_VOICE: css.written,
  ACTIVE: css.plan,
  UNDER_REVIEW: css.reviewed,
  PAUSED: css.paused,
  COMPLETED: css.written,
  SUPERSEDED: css.written,
};

function Shape({ entry, x, from, to, y }: Omit<MarkProps, 'words'>) {
  const look = entry.open ? css.hollow : css.filled;
  const bar = (className: string | undefined, high: number) => (
    <rect
      x={from}
      y={y - high / 2}
      width={Math.max(to - from, 4)}
      height={high}
      className={className}
    />
  );
  switch (entry.what.kind) {
    case 'away':
      return bar(css.away, 16);
    case 'first':
      return bar(entry.what.part === 'lived' ? css.plan : css.written, 10);
    case 'plan':
      return bar(phases[entry.what.state], 10);
    case 'version':
      return <path d={`M${from - 5} ${y - 5}l10 10m0 -10l-10 10`} className={css.runs} />;
    case 'review':
    case 'next-review':
      return <path d={`M${from} ${y - 7}l7 7l-7 7l-7 -7z`} className={look} />;
    case 'contact':
      return (
        <circle cx={from} cy={y} r={6} className={entry.what.reached ? css.filled : css.hollow} />
      );
    case 'referral':
      return <rect x={from - 6} y={y - 6} width={12} height={12} className={look} />;
    case 'staffing':
      return <path d={`M${from} ${y - 7}l8 14h-16z`} className={look} />;
    case 'clock': {
      const due = x(entry.what.due);
      return (
        <>
          <line x1={from} x2={to} y1={y} y2={y} className={css.runs} />
          <line x1={from} x2={from} y1={y - 5} y2={y + 5} className={css.runs} />
          {entry.what.status !== 'OVERDUE' ? (
            <circle cx={to} cy={y} r={5} className={look} />
          ) : due === undefined ? null : (
            <path d={`M${due} ${y - 7}l7 7l-7 7l-7 -7z`} className={css.late} />
          )}
        </>
      );
    }
  }
}
