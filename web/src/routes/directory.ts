import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as v from 'valibot';
import { DirectorySearch } from '~/features/directory/search';
import { signedInRoute } from './signedIn';

const directory = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/resources',
  validateSearch: (search) => v.parse(DirectorySearch, search),
  component: lazyRouteComponent(() => import('~/features/directory/Directory'), 'Directory'),
});
const service = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/resources/$serviceId',
  component: lazyRouteComponent(() => import('~/features/directory/ServicePage'), 'ServicePage'),
});

export const directoryRoutes = [directory, service] as const;
