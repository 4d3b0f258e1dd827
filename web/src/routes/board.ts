import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { withWords } from '~/i18n';
import { signedInRoute } from './signedIn';

export const boardRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/board',
  component: lazyRouteComponent(
    () => withWords('board', import('~/features/board/Board')),
    'Board',
  ),
});
