import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as v from 'valibot';
import { ClocksSearch } from '~/features/clocks/search';
import { withWords } from '~/i18n';
import { signedInRoute } from './signedIn';

export const clocksRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/clocks',
  validateSearch: (search) => v.parse(ClocksSearch, search),
  component: lazyRouteComponent(
    () => withWords('clocks', import('~/features/clocks/Clocks')),
    'Clocks',
  ),
});
