import type { ReactNode } from 'react';

/** One bar of a figure, and one row of the table that says the same. */
export interface FigureRow {
  key: string;
  /** What stands at the axis; give a neutral one while names are hidden. */
  label: string;
  value: number;
  /** Still being counted: drawn lighter, and said in the table. */
  unfinished?: boolean;
  /** How the row's name is shown in the table, when it is more than the label. */
  name?: ReactNode;
  /** The number in the table: a link to exactly its rows. */
  number: ReactNode;
}

/** A line across the bars: where a promise or a limit lies. */
export interface FigureMark {
  at: number;
  label: string;
}

/** `bars` lie, one below the other, and suit names; `columns` stand, and suit time. */
export type FigureForm = 'bars' | 'columns';

export interface DrawOptions {
  form: FigureForm;
  rows: readonly FigureRow[];
  mark: FigureMark | undefined;
  /** In CSS pixels; the height follows. */
  width: number;
}

/** What a map says of a place, by a pattern. */
export type MapLevel = 'none' | 'few' | 'enough' | 'unknown';

/** A state or territory on a map. */
export interface MapPlace {
  /** Its two letters. */
  key: string;
  /** As it is called in the atlas. */
  name: string;
  level: MapLevel;
  number: number;
  /** What is said when one points at it. */
  title: string;
}
