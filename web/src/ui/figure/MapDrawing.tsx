import { useEffect, useRef } from 'react';
import { drawMap, shapesOf } from './drawMap';
import css from './map.module.css';
import type { MapPlace } from './types';

interface MapDrawingProps {
  places: readonly MapPlace[];
  summary: string;
  /** What the ids of the patterns begin with. */
  patterns: string;
  onPick?: ((key: string) => void) | undefined;
}

/** The map itself, as wide as its place, drawn anew when that changes. */
export function MapDrawing({ places, summary, patterns, onPick }: MapDrawingProps) {
  const frame = useRef<HTMLDivElement>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  const same = JSON.stringify(places);

  // biome-ignore lint/correctness/useExhaustiveDependencies: their text stands for the places
  useEffect(() => {
    const place = frame.current;
    if (!place) return;
    const paint = (width: number) => {
      if (width < 120) return;
      const svg = drawMap({ places, patterns, width });
      svg.setAttribute('role', 'img');
      svg.setAttribute('aria-label', summary);
      for (const [key, shape] of shapesOf(svg, places)) {
        if (!pick.current) continue;
        shape.setAttribute('data-pick', '');
        shape.addEventListener('click', () => pick.current?.(key));
      }
      place.replaceChildren(svg);
    };
    let before = 0;
    const watch = new ResizeObserver(() => {
      const width = Math.floor(place.clientWidth);
      if (width === before) return;
      before = width;
      paint(width);
    });
    watch.observe(place);
    return () => watch.disconnect();
  }, [same, summary, patterns]);

  return <div ref={frame} className={css.drawing} />;
}
