export interface Visited {
  id: string;
  alias: string;
}

const most = 6;
let list: readonly Visited[] = [];

/** Remembers, in this page's memory alone, which cases were open: they are offered first later. */
export function visited(one: Visited): void {
  list = [one, ...list.filter(({ id }) => id !== one.id)].slice(0, most);
}

export const lastVisited = (): readonly Visited[] => list;
