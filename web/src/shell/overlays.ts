import { createContext, use } from 'react';

export type OverlayName =
  | 'find'
  | 'help'
  | 'more'
  | 'log'
  | 'create'
  | 'refer'
  | 'template'
  | 'staffing';

interface Overlays {
  opened: OverlayName | null;
  open: (name: OverlayName) => void;
  close: () => void;
}

/** What may be opened over any page: one at a time. */
export const OverlayContext = createContext<Overlays | null>(null);

export function useOverlays(): Overlays {
  const overlays = use(OverlayContext);
  if (!overlays) throw new Error('useOverlays outside the signed-in shell');
  return overlays;
}
