import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as v from 'valibot';
import { RequestsSearch } from '~/features/requests/search';
import { withWords } from '~/i18n';
import { signedInRoute } from './signedIn';

const requests = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/requests',
  validateSearch: (search) => v.parse(RequestsSearch, search),
  component: lazyRouteComponent(
    () => withWords('requests', import('~/features/requests/Requests')),
    'Requests',
  ),
});
const record = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/requests/new',
  component: lazyRouteComponent(
    () => withWords('requests', import('~/features/requests/RecordRequest')),
    'RecordRequest',
  ),
});
const request = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/requests/$requestId',
  component: lazyRouteComponent(
    () => withWords('requests', import('~/features/requests/RequestPage')),
    'RequestPage',
  ),
});
const openCase = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/requests/$requestId/open',
  component: lazyRouteComponent(
    () => withWords('requests', import('~/features/requests/OpenCase')),
    'OpenCase',
  ),
});

export const requestRoutes = [requests, record, request, openCase] as const;
