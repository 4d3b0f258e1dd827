import { useLingui } from '@lingui/react/macro';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Button } from '../actions/Button';
import css from './figure.module.css';

interface FigureFrameProps {
  /** What the figure is called: the table's caption. */
  label: string;
  /** The headings of the table; the first column names its row. */
  headings: readonly string[];
  rows: readonly { key: string; cells: readonly [ReactNode, ...ReactNode[]] }[];
  /** Under both, and what is said there only while the picture is shown. */
  note?: ReactNode;
  pictureNote?: ReactNode;
  /** The picture. */
  children: ReactNode;
}

/** A picture and the table that says the same: one or the other is shown. */
export function FigureFrame(props: FigureFrameProps) {
  const { label, headings, rows, note, pictureNote, children } = props;
  const { t } = useLingui();
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className={css.figure}>
      {asTable ? (
        <table className={css.table} data-columns={headings.length}>
          <caption className="t-hidden-visually">{label}</caption>
          <thead>
            <tr>
              {headings.map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells: [name, ...others] }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                {others.map((cell, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column
                  <td key={at}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        children
      )}
      <figcaption className={css.caption}>
        <span className="t-soft">
          {note}
          {pictureNote && !asTable ? <> {pictureNote}</> : null}
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
