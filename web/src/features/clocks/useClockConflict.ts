import { useLingui } from '@lingui/react/macro';
import { useWords } from '~/features/words';
import type { ClockStatus } from '~/gql/generated/graphql';
import { clockStatus } from './words';

/** A colleague was faster: how the clock stands now, in words. */
export function useClockConflict() {
  const { t } = useLingui();
  const { word } = useWords();
  return {
    label: () => t`How it stands`,
    value: (_path: string, code: string) =>
      code === 'OPEN'
        ? t`Running`
        : code in clockStatus
          ? word(clockStatus, code as ClockStatus)
          : code,
  };
}
