import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ReturnPart } from './parts';

/** What rule 54 asks for, with the path under which the server speaks of it. */
export const closingSteps: readonly {
  item: ReturnPart;
  path: string;
  words: MessageDescriptor;
}[] = [
  { item: 'RETURNED', path: 'returned', words: msg`They are back` },
  { item: 'LAW_ENFORCEMENT', path: 'lawEnforcement', words: msg`The police know` },
  { item: 'NCMEC', path: 'ncmec', words: msg`The national center knows` },
  { item: 'COLLECTOR', path: 'collector', words: msg`Who collects them was verified` },
  { item: 'CONVERSATION', path: 'conversation', words: msg`A conversation was offered` },
  { item: 'FACTORS', path: 'factors', words: msg`What led to leaving: told or declined` },
  { item: 'EXPERIENCES', path: 'experiences', words: msg`The time away: told or declined` },
  { item: 'SCREENING', path: 'screening', words: msg`Screening: done, or why not` },
  {
    item: 'PLACEMENT_RESPONSE',
    path: 'placementResponse',
    words: msg`What the placement changes`,
  },
];
