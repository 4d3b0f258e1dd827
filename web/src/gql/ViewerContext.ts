import { createContext, use } from 'react';
import type { ViewerQuery } from './generated/graphql';

export type Viewer = ViewerQuery['viewer'];

export const ViewerContext = createContext<Viewer | null>(null);

/** Who is signed in. Only under the signed-in shell, where there always is one. */
export function useViewer(): Viewer {
  const viewer = use(ViewerContext);
  if (!viewer) throw new Error('useViewer outside the signed-in shell');
  return viewer;
}

/** For menus and buttons alone: the server decides again each time. */
export function useCan(act: Viewer['can'][number]): boolean {
  return useViewer().can.includes(act);
}
