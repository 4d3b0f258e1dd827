import { useEffect, useRef } from 'react';
import { barsOf, draw } from './draw';
import css from './figure.module.css';
import type { FigureForm, FigureMark, FigureRow } from './types';

export interface DrawingProps {
  form: FigureForm;
  rows: readonly FigureRow[];
  mark?: FigureMark | undefined;
  /** One sentence that says what the picture shows: all that those hear who do not see it. */
  summary: string;
  /** A bar was pressed. The same way is open as a link in the table. */
  onPick?: ((key: string) => void) | undefined;
}

/** The picture itself, as wide as its place, drawn anew when that changes. */
export function Drawing({ form, rows, mark, summary, onPick }: DrawingProps) {
  const frame = useRef<HTMLDivElement>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  const same = JSON.stringify(
    rows.map(({ key, label, value, unfinished }) => [key, label, value, unfinished]),
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: their text stands for the rows
  useEffect(() => {
    const place = frame.current;
    if (!place) return;
    const paint = (width: number) => {
      if (width < 120) return;
      const svg = draw({ form, rows, mark, width });
      svg.setAttribute('role', 'img');
      svg.setAttribute('aria-label', summary);
      barsOf(svg).forEach((bar, at) => {
        const key = rows[at]?.key;
        if (key === undefined || !pick.current) return;
        bar.setAttribute('data-pick', '');
        bar.addEventListener('click', () => pick.current?.(key));
      });
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
  }, [form, same, mark?.at, mark?.label, summary]);

  return <div ref={frame} className={css.drawing} data-form={form} />;
}
