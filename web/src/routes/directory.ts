import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as v from 'valibot';
import { QueueSearch } from '~/features/curation/search';
import { DirectorySearch, ServiceSearch } from '~/features/directory/search';
import { withWords } from '~/i18n';
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
  validateSearch: (search) => v.parse(ServiceSearch, search),
  component: lazyRouteComponent(() => import('~/features/directory/ServicePage'), 'ServicePage'),
});
const map = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/resources/map',
  validateSearch: (search) => v.parse(DirectorySearch, search),
  component: lazyRouteComponent(
    () => withWords('gaps', import('~/features/gaps/GapMap')),
    'GapMap',
  ),
});
const unmet = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/resources/unmet',
  validateSearch: (search) => v.parse(DirectorySearch, search),
  component: lazyRouteComponent(
    () => withWords('gaps', import('~/features/gaps/UnmetNeeds')),
    'UnmetNeeds',
  ),
});

const work = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/resources/work',
  validateSearch: (search) => v.parse(QueueSearch, search),
  component: lazyRouteComponent(
    () => withWords('curation', import('~/features/curation/Queue')),
    'Queue',
  ),
});

export const directoryRoutes = [directory, map, unmet, work, service] as const;
