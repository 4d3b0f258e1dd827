import { createRoute } from '@tanstack/react-router';
import { SignedInShell } from '~/shell/SignedInShell';
import { rootRoute } from './root';

/** The parent of every screen that needs a session. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  component: SignedInShell,
});
