import type { Field } from '~/gql/generated/enums';

/** Lists of which each line begins with the code of its kind. */
const coded: readonly Field[] = ['TRIGGERS', 'CALMING', 'CONTACT_WISHES'];

interface Line {
  /** The code of its kind. */
  kind?: string;
  text: string;
  /** A safe person whom the young person chose. */
  chosen: boolean;
}

/** A line of a comparison taken apart: the server writes kinds before it, and a star behind it. */
export function lineOf(field: Field | null | undefined, said: string): Line {
  if (field === 'SAFE_PEOPLE' && said.endsWith(' *')) {
    return { text: said.slice(0, -2), chosen: true };
  }
  const [, kind, text] = /^([A-Z_]+): (.*)$/s.exec(said) ?? [];
  if (field && coded.includes(field) && kind !== undefined && text !== undefined) {
    return { kind, text, chosen: false };
  }
  return { text: said, chosen: false };
}
