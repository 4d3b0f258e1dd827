/**
 * Whether one of these acts is among what a record, or the viewer, allows. For menus and buttons
 * alone: the server decides again each time.
 */
export const may = <Act extends string>(can: readonly Act[], ...acts: Act[]): boolean =>
  acts.some((act) => can.includes(act));
