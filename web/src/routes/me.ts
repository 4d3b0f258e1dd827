import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { withWords } from '~/i18n';
import { signedInRoute } from './signedIn';

export const meRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/me',
  component: lazyRouteComponent(() => withWords('me', import('~/features/me/Me')), 'Me'),
});
