import type { FieldConflict } from '~/ui';

/** Who does a step: a colleague by id, or somebody by name. */
export interface Who {
  owner: string | null;
  ownerName: string | null;
}

/**
 * A conflict in which who does it is one thing to choose, as it is one question in the form; the
 * server has two fields for it, of which one is always empty.
 */
export function joinWho(
  fields: readonly FieldConflict[],
  mine: Who,
  say: (who: Who) => string | null,
): { fields: FieldConflict[]; theirs: Who } {
  const stands = (path: keyof Who) => {
    const found = fields.find((field) => field.path === path);
    return found ? found.theirs : mine[path];
  };
  const theirs = { owner: stands('owner'), ownerName: stands('ownerName') };
  const rest = fields.filter(({ path }) => path !== 'owner' && path !== 'ownerName');
  const differs = rest.length < fields.length;
  const who = { path: 'by', yours: say(mine), theirs: say(theirs) };
  return { fields: differs ? [...rest, who] : rest, theirs };
}
