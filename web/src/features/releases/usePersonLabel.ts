import { personRole, useWords } from '~/features/words';
import { useNamesHidden } from '~/safety';
import type { PersonOnCase } from './query';

/** How somebody on the case is called in a list: by name, unless names are hidden. */
export function usePersonLabel() {
  const { word } = useWords();
  const hidden = useNamesHidden();
  return ({ name, role, relation }: Pick<PersonOnCase, 'name' | 'role' | 'relation'>): string =>
    [hidden ? '•••' : name, relation ?? word(personRole, role)].join(' · ');
}
