import css from './paper.module.css';
import type { Preview } from './query';

type Figure = NonNullable<Preview['parts'][number]['blocks'][number]['figure']>;
type Look = Figure['key'][number]['look'];

/** As the server sets it: the page is 460 points wide, the scale goes from 0 to 1000. */
const width = 460;
const names = 112;
const row = 17;
const x = (at: number) => names + ((width - names) * at) / 1000;

/** A picture as it will be on paper: black on white, told apart by shape and pattern. */
export function PaperFigure({ of, shows }: { of: Figure; shows: string }) {
  const top = of.ticks.length > 0 ? 16 : 0;
  const end = top + of.rows.length * row;
  return (
    <figure className={css.figure}>
      <svg viewBox={`0 0 ${width} ${end + 2}`} role="img" aria-label={shows} className={css.drawn}>
        <g>
          {of.ticks.map(({ at, text }) => (
            <g key={text}>
              <path d={`M${x(at)} ${top - 3}V${end}`} className={css.thin} />
              <text
                x={x(at)}
                y={top - 6}
                textAnchor={at > 900 ? 'end' : at < 100 ? 'start' : 'middle'}
              >
                {text}
              </text>
            </g>
          ))}
          {of.rows.map(({ label, marks }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what is shown does not change
            <g key={at} transform={`translate(0 ${top + at * row})`}>
              {label ? <path d={`M0 0H${width}`} className={css.thin} /> : null}
              <text x="0" y="12">
                {label}
              </text>
              {marks.map((mark, nth) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: what is shown does not change
                <Drawn key={nth} look={mark.look} from={x(mark.from)} to={x(mark.to)} y={row / 2} />
              ))}
            </g>
          ))}
          <path d={`M0 ${end}H${width}`} className={css.thin} />
        </g>
      </svg>
      {of.key.length > 0 ? (
        <ul className={css.key}>
          {of.key.map(({ look, text }) => (
            <li key={look} className={css.sample}>
              <svg width="26" height="14" viewBox="0 0 26 14" aria-hidden="true">
                <Drawn look={look} from={4} to={25} y={7} />
              </svg>
              {text}
            </li>
          ))}
        </ul>
      ) : null}
    </figure>
  );
}

interface DrawnProps {
  look: Look;
  from: number;
  to: number;
  y: number;
}

/** Places within a bar, so far from each other. */
const steps = (from: number, to: number, by: number) =>
  Array.from(
    { length: Math.max(0, Math.ceil((to - from) / by) - 1) },
    (_, n) => from + (n + 1) * by,
  );

function Drawn({ look, from, to, y }: DrawnProps) {
  const bar = (className: string | undefined) => (
    <rect x={from} y={y - 4} width={Math.max(to - from, 2.5)} height="8" className={className} />
  );
  const square = `M${from - 3.4} ${y - 3.4}h6.8v6.8h-6.8z`;
  switch (look) {
    case 'FULL':
      return bar(css.full);
    case 'HOLLOW':
      return bar(css.outline);
    case 'BROKEN':
      return bar(css.broken);
    case 'STRIPES':
      return (
        <>
          {bar(css.outline)}
          <path
            d={steps(from, to, 3)
              .map((at) => `M${at} ${y - 4}v8`)
              .join('')}
            className={css.outline}
          />
        </>
      );
    case 'DOTS':
      return (
        <>
          {bar(css.outline)}
          {steps(from, to, 4).map((at) => (
            <circle key={at} cx={at} cy={y} r="1.2" className={css.full} />
          ))}
        </>
      );
    case 'STRUCK':
      return (
        <>
          {bar(css.outline)}
          <path d={`M${from} ${y}H${to}`} className={css.outline} />
        </>
      );
    case 'LINE':
      return <path d={`M${from} ${y}H${to}M${from} ${y - 3}v6`} className={css.outline} />;
    case 'CIRCLE':
      return <circle cx={from} cy={y} r="3.4" className={css.full} />;
    case 'RING':
      return <circle cx={from} cy={y} r="2.9" className={css.outline} />;
    case 'SQUARE':
      return <path d={square} className={css.full} />;
    case 'FRAME':
      return <path d={square} className={css.outline} />;
    case 'TRIANGLE':
      return <path d={`M${from} ${y - 3.4}l3.4 6.8h-6.8z`} className={css.full} />;
    case 'DIAMOND':
      return <path d={`M${from} ${y - 4.2}l4.2 4.2l-4.2 4.2l-4.2 -4.2z`} className={css.full} />;
  }
}
