import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as v from 'valibot';
import { TrailSearch } from '~/features/privacy/search';
import { signedInRoute } from './signedIn';

export const privacyRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/privacy',
  validateSearch: (search) => v.parse(TrailSearch, search),
  component: lazyRouteComponent(() => import('~/features/privacy/Trail'), 'Trail'),
});
