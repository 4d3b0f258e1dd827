import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as v from 'valibot';
import { TrailSearch } from '~/features/privacy/search';
import { withWords } from '~/i18n';
import { signedInRoute } from './signedIn';

export const privacyRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/privacy',
  validateSearch: (search) => v.parse(TrailSearch, search),
  component: lazyRouteComponent(
    () => withWords('privacy', import('~/features/privacy/Trail')),
    'Trail',
  ),
});
