import { useId } from 'react';
import { MapDrawing } from './MapDrawing';
import { MapPatterns } from './MapPatterns';
import css from './map.module.css';
import type { MapLevel, MapPlace } from './types';

interface StateMapProps {
  /** The 56 states and territories. */
  places: readonly MapPlace[];
  /** What has no shape on a map, as rows of its own below it. */
  others: readonly { key: string; level: MapLevel; label: string }[];
  legend: readonly { level: MapLevel; label: string }[];
  /** One sentence that says what the picture shows: all that those hear who do not see it. */
  summary: string;
  /** Under the picture: what it does not say. */
  note: string;
  /** A place was pressed. The same way has to be open as a link beside it. */
  onPick?: (key: string) => void;
}

/**
 * States and territories by a threshold, which a pattern tells as well as a number; territories
 * and small states as squares. Its shapes are loaded where it is shown. It needs a table beside it.
 */
export function StateMap({ places, others, legend, summary, note, onPick }: StateMapProps) {
  const patterns = useId().replaceAll(/\W/g, '');
  return (
    <figure className={css.figure}>
      <MapPatterns id={patterns} />
      <MapDrawing places={places} summary={summary} patterns={patterns} onPick={onPick} />
      {others.map(({ key, level, label }) => (
        <p key={key} className={css.other}>
          <Swatch level={level} patterns={patterns} />
          {label}
        </p>
      ))}
      <figcaption className={css.caption}>
        <ul className={css.legend}>
          {legend.map(({ level, label }) => (
            <li key={level}>
              <Swatch level={level} patterns={patterns} />
              {label}
            </li>
          ))}
        </ul>
        <span className="t-soft">{note}</span>
      </figcaption>
    </figure>
  );
}

const Swatch = ({ level, patterns }: { level: MapLevel; patterns: string }) => (
  <svg className={css.swatch} width="30" height="20" aria-hidden>
    <rect
      x="1"
      y="1"
      width="28"
      height="18"
      rx="3"
      fill={`url(#${patterns}-${level})`}
      data-level={level}
    />
  </svg>
);
