import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from './signedIn';

const log = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/contacts/new',
  component: lazyRouteComponent(() => import('~/features/contacts/LogPage'), 'LogPage'),
});

export const contactRoutes = [log] as const;
