import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from './signedIn';

export const boardRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/board',
  component: lazyRouteComponent(() => import('~/features/board/Board'), 'Board'),
});
