import { useLingui } from '@lingui/react/macro';
import { useWords } from '~/features/words';
import type { Whereabouts } from '~/gql/generated/graphql';
import { whereabouts } from './words';

/** A colleague was faster: where they are by what was recorded, in words. */
export function useWhereConflict() {
  const { t } = useLingui();
  const { word } = useWords();
  return {
    label: () => t`Where they are`,
    value: (_path: string, code: string) =>
      code in whereabouts ? word(whereabouts, code as Whereabouts) : code,
  };
}
