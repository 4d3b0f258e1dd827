import { useWords } from '~/features/words';
import type { Whereabouts } from '~/gql/generated/graphql';
import { StatusPill } from '~/ui';
import { whereabouts, whereaboutsTones } from './words';

/** Where the young person is, in calm words. */
export function WhereaboutsPill({ value }: { value: Whereabouts }) {
  const { word } = useWords();
  return <StatusPill tone={whereaboutsTones[value]}>{word(whereabouts, value)}</StatusPill>;
}
