import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root';

/** Outside the shell: no session is asked for (rule 128). */
export const hotlinesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/hotlines',
  component: lazyRouteComponent(() => import('~/features/hotlines/Hotlines'), 'Hotlines'),
});
