import { useLingui } from '@lingui/react/macro';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Button } from '../actions/Button';
import { FigureTable } from './FigureTable';
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
      {asTable ? <FigureTable label={label} headings={headings} rows={rows} /> : children}
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
