/** As far as the server counts. */
const most = 100;

/** A number of tasks as it is written: nobody counts further than to a hundred. */
export const shown = (count: number): string => (count >= most ? `${most}+` : String(count));
