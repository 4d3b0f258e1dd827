import { graphql } from '~/gql';
import type { ClockPartsFragment } from '~/gql/generated/graphql';

/** What a clock shows of itself where it can be ended, and after it was. */
export const ClockParts = graphql(`
  fragment ClockParts on Clock {
    id version code definitionVersion title status party jurisdiction recommended required canBeExtended
    startedAt dueAt metAt endedAt backDated agency personSpokenTo reference reason
    extendedBySendingOffice extendedByReceivingOffice
    owner { id name }
    endedBy { id name }
    notice { id agency personSpokenTo reference method }
  }
`);
export type FullClock = ClockPartsFragment;
