const marks = /^["“„«](.+)["”“»]$/s;

/** The words inside quotation marks, when a line is the young person's own; else nothing. */
export const ownWords = (line: string): string | undefined => marks.exec(line.trim())?.[1];

/** What was written one below the other, without empty lines. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
