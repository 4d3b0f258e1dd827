import { newKey } from '~/ui';

/** A row of a list in a form: its key stays with it while others come and go. */
export type Keyed<Row> = Row & { key: string };

export const keyed = <Row extends object>(row: Row): Keyed<Row> => ({ ...row, key: newKey() });
