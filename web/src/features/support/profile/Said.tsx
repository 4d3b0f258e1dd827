import { Line } from '../Line';
import css from '../support.module.css';

interface SaidProps {
  title: string;
  /** What is said where there is nothing. */
  none: string;
  lines: { kind?: string; text: string }[];
}

/** A short list under its own heading: the words first, their kind after them. */
export function Said({ title, none, lines }: SaidProps) {
  return (
    <div>
      <h3>{title}</h3>
      {lines.length === 0 ? (
        <p className="t-soft">{none}</p>
      ) : (
        <ul className={css.lines}>
          {lines.map(({ kind, text }, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no id and are read only
            <li key={n}>
              <Line>{text}</Line>
              {kind ? <span className="t-soft"> ({kind})</span> : null}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
