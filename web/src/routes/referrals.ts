import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as v from 'valibot';
import { ReferralsSearch } from '~/features/referrals/search';
import { signedInRoute } from './signedIn';

const referrals = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/referrals',
  validateSearch: (search) => v.parse(ReferralsSearch, search),
  component: lazyRouteComponent(() => import('~/features/referrals/Referrals'), 'Referrals'),
});
const one = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/referrals/$referralId',
  component: lazyRouteComponent(() => import('~/features/referrals/ReferralPage'), 'ReferralPage'),
});

export const referralRoutes = [referrals, one] as const;
