import { useLingui } from '@lingui/react/macro';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../actions/Button';
import { SkeletonRows } from '../feedback/Skeleton';
import type { DrawingProps } from './Drawing';
import css from './figure.module.css';

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
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className={css.figure}>
      {asTable ? (
        <table className={css.table}>
          <caption className="t-hidden-visually">{label}</caption>
          <thead>
            <tr>
              <th scope="col">{headings[0]}</th>
              <th scope="col">{headings[1]}</th>
            </tr>
          </thead>
          <tbody>
            {drawing.rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  {row.name ?? row.label}
                  {row.unfinished ? <span className="t-soft"> {t`(so far)`}</span> : null}
                </th>
                <td>{row.number}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <Suspense fallback={<SkeletonRows rows={4} />}>
          <Drawing {...drawing} />
        </Suspense>
      )}
      <figcaption className={css.caption}>
        <span className="t-soft">
          {note}
          {drawing.onPick && !asTable ? <> {t`Press a bar to see its rows.`}</> : null}
        </span>
        <Button
          small
          look="quiet"
          icon={
            asTable ? <IconChartBar size={16} aria-hidden /> : <IconTable size={16} aria-hidden />
          }
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? t`Show as picture` : t`Show as table`}
          <span className="t-hidden-visually">: {label}</span>
        </Button>
      </figcaption>
    </figure>
  );
}
