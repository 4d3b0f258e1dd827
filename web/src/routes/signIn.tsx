import { createRoute } from '@tanstack/react-router';
import { SignIn } from '~/features/sign-in/SignIn';
import { rootRoute } from './root';

/** A place to sign in on purpose. Every other screen shows the same form when it has to. */
export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  component: () => <SignIn onSignedIn={() => window.location.replace('/')} />,
});
