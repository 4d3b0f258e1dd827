import type { ReactNode } from 'react';
import { useCan, type Viewer } from '~/gql';
import { NotFound } from '~/routes/NotFound';

interface NeedsProps {
  act: Viewer['can'][number];
  children: ReactNode;
}

/**
 * A screen that some may not open: to them it is as if there were none. The server refuses its
 * data in any case; this spares them a page that only says so.
 */
export function Needs({ act, children }: NeedsProps) {
  return useCan(act) ? children : <NotFound />;
}
