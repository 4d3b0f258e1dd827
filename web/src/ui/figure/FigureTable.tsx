import type { ReactNode } from 'react';
import css from './figure.module.css';

interface FigureTableProps {
  /** The table's caption. */
  label: string;
  /** The first column names its row. */
  headings: readonly string[];
  rows: readonly { key: string; cells: readonly [ReactNode, ...ReactNode[]] }[];
}

/** What a picture shows, in rows that stay close together at every width. */
export function FigureTable({ label, headings, rows }: FigureTableProps) {
  return (
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
  );
}
