import css from './map.module.css';

/** The fills of a map, told apart without colour: empty, stripes, full, and a net for no data. */
export const MapPatterns = ({ id }: { id: string }) => (
  <svg className={css.patterns} width="0" height="0" aria-hidden>
    <defs>
      <pattern id={`${id}-none`} width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" fill="var(--map-paper)" />
      </pattern>
      <pattern
        id={`${id}-few`}
        width="7"
        height="7"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="7" height="7" fill="var(--map-paper)" />
        <rect width="3" height="7" fill="var(--map-few)" />
      </pattern>
      <pattern id={`${id}-enough`} width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" fill="var(--map-enough)" />
      </pattern>
      <pattern
        id={`${id}-unknown`}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="6" height="6" fill="var(--map-paper)" />
        <path d="M0 0H6M0 0V6" stroke="var(--map-net)" strokeWidth="1.4" />
      </pattern>
    </defs>
  </svg>
);
