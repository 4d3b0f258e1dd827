import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import * as v from 'valibot';
import { MailSearch } from '~/features/admin/search';
import { signedInRoute } from './signedIn';

const admin = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/admin',
  beforeLoad: () => {
    throw redirect({ to: '/admin/people', replace: true });
  },
});
const people = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/admin/people',
  component: lazyRouteComponent(() => import('~/features/admin/Accounts'), 'Accounts'),
});
const mail = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/admin/mail',
  validateSearch: (search) => v.parse(MailSearch, search),
  component: lazyRouteComponent(() => import('~/features/admin/Mail'), 'Mail'),
});

export const adminRoutes = [admin, people, mail] as const;
