import { useWords } from '~/features/words';
import type { ClockStatus } from '~/gql/generated/graphql';
import { StatusPill } from '~/ui';
import { clockStatus, clockTones } from './words';

/** How a clock stands, in a word. */
export function ClockPill({ status }: { status: ClockStatus }) {
  const { word } = useWords();
  return <StatusPill tone={clockTones[status]}>{word(clockStatus, status)}</StatusPill>;
}
