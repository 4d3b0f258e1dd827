import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as v from 'valibot';
import { StaffingsSearch } from '~/features/staffings/search';
import { signedInRoute } from './signedIn';

const staffings = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/staffings',
  validateSearch: (search) => v.parse(StaffingsSearch, search),
  component: lazyRouteComponent(() => import('~/features/staffings/Staffings'), 'Staffings'),
});
const one = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/staffings/$staffingId',
  component: lazyRouteComponent(() => import('~/features/staffings/StaffingPage'), 'StaffingPage'),
});

export const staffingRoutes = [staffings, one] as const;
