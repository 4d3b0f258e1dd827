import type { Entry } from './entries';
import css from './timeline.module.css';

interface MarkProps {
  entry: Entry;
  /** Where it begins and ends, and its middle line; in pixels. */
  from: number;
  to: number;
  y: number;
  /** For those who point at it: kind and day, nothing that anybody said. */
  words: string;
}

/** One entry. Each kind has a shape of its own, filled when it is done and hollow when it is open. */
export function Mark({ entry, from, to, y, words }: MarkProps) {
  return (
    <g data-open={entry.open || undefined}>
      <title>{words}</title>
      <Shape entry={entry} from={from} to={Math.max(to, from)} y={y} />
    </g>
  );
}

function Shape({ entry, from, to, y }: Omit<MarkProps, 'words'>) {
  const look = entry.open ? css.hollow : css.filled;
  switch (entry.what.kind) {
    case 'away':
      return (
        <rect x={from} y={y - 8} width={Math.max(to - from, 4)} height={16} className={css.away} />
      );
    case 'plan':
      return (
        <rect x={from} y={y - 4} width={Math.max(to - from, 4)} height={8} className={css.plan} />
      );
    case 'review':
    case 'next-review':
      return <path d={`M${from} ${y - 8}l7 8l-7 8l-7 -8z`} className={look} />;
    case 'contact':
      return (
        <circle cx={from} cy={y} r={6} className={entry.what.reached ? css.filled : css.hollow} />
      );
    case 'referral':
      return <rect x={from - 6} y={y - 6} width={12} height={12} className={look} />;
    case 'staffing':
      return <path d={`M${from} ${y - 7}l8 14h-16z`} className={look} />;
    case 'clock':
      return (
        <>
          <line x1={from} x2={to} y1={y} y2={y} className={css.runs} />
          <line x1={from} x2={from} y1={y - 5} y2={y + 5} className={css.runs} />
          {entry.what.status === 'OVERDUE' ? (
            <path d={`M${to} ${y - 7}l7 7l-7 7l-7 -7z`} className={css.late} />
          ) : (
            <circle cx={to} cy={y} r={5} className={look} />
          )}
        </>
      );
  }
}
