import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { withWords } from '~/i18n';
import { rootRoute } from './root';

/**
 * The plan on a device in a young person's hands. Outside the signed-in shell, which has ways to
 * everywhere; the address says nothing, as the session knows which plan it is (rule 124).
 */
export const togetherRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/together',
  component: lazyRouteComponent(
    () => withWords('together', import('~/features/together/TogetherPage')),
    'TogetherPage',
  ),
});
