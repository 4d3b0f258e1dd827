import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router';
import { rootRoute } from './root';

/** Every component of `ui/` on one page, in development only; it is not part of the build. */
export const devRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dev/ui',
  component: import.meta.env.DEV
    ? lazyRouteComponent(() => import('~/dev/Gallery'), 'Gallery')
    : () => null,
  beforeLoad: () => {
    if (!import.meta.env.DEV) throw notFound();
  },
});
