import { useLingui } from '@lingui/react/macro';
import { useWords } from '~/features/words';
import type { ClockPart } from './search';
import { clockStatus } from './words';

/** The parts of the list of clocks in words. */
export function useParts(): { key: ClockPart; label: string }[] {
  const { t } = useLingui();
  const { word } = useWords();
  return [
    { key: 'running', label: t`All that runs` },
    { key: 'to-do', label: t`Overdue or due soon` },
    { key: 'overdue', label: word(clockStatus, 'OVERDUE') },
    { key: 'due-soon', label: word(clockStatus, 'DUE_SOON') },
    { key: 'not-due', label: word(clockStatus, 'NOT_DUE') },
    { key: 'met', label: word(clockStatus, 'MET') },
    { key: 'met-late', label: word(clockStatus, 'MET_LATE') },
    { key: 'waived', label: word(clockStatus, 'WAIVED') },
    { key: 'not-applicable', label: word(clockStatus, 'NOT_APPLICABLE') },
  ];
}
