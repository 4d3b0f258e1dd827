import { useLingui } from '@lingui/react/macro';
import { lazy, Suspense } from 'react';
import { SkeletonRows } from '../feedback/Skeleton';
import type { DrawingProps } from './Drawing';
import { FigureFrame } from './FigureFrame';

const Drawing = lazy(() => import('./Drawing').then((m) => ({ default: m.Drawing })));

interface FigureProps extends DrawingProps {
  /** What the figure is called: the table's caption. */
  label: string;
  /** The headings of the table: of the names, and of the numbers. */
  headings: readonly [string, string];
  /** Under the picture: the period with its dates, what a lighter column means. */
  note?: string;
}

/**
 * Numbers of work as a picture, and the same as a table in which each number is a link. The
 * picture's library is loaded only where one is shown. Never a number about a child.
 */
export function Figure({ label, headings, note, ...drawing }: FigureProps) {
  const { t } = useLingui();
  return (
    <FigureFrame
      label={label}
      headings={headings}
      rows={drawing.rows.map((row) => ({
        key: row.key,
        cells: [
          <>
            {row.name ?? row.label}
            {row.unfinished ? <span className="t-soft"> {t`(so far)`}</span> : null}
          </>,
          row.number,
        ],
      }))}
      note={note}
      pictureNote={drawing.onPick ? t`Press a bar to see its rows.` : undefined}
    >
      <Suspense fallback={<SkeletonRows rows={4} />}>
        <Drawing {...drawing} />
      </Suspense>
    </FigureFrame>
  );
}
