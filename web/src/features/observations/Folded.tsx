import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Narrative } from '~/ui';

interface FoldedProps {
  contentNote: string | null | undefined;
  children: ReactNode;
}

/** A story that is hard to read: closed, under what it is about, until somebody opens it (rule 126). */
export function Folded({ contentNote, children }: FoldedProps) {
  const { t } = useLingui();
  return <Narrative note={contentNote || t`hard to read`}>{children}</Narrative>;
}
