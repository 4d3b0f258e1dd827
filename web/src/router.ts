import { createRouter } from '@tanstack/react-router';
import { caseRoutes } from './routes/cases';
import { contactRoutes } from './routes/contacts';
import { devRoute } from './routes/dev';
import { hotlinesRoute } from './routes/hotlines';
import { meRoute } from './routes/me';
import { requestRoutes } from './routes/requests';
import { rootRoute } from './routes/root';
import { signedInRoute } from './routes/signedIn';
import { signInRoute } from './routes/signIn';
import { todayRoute } from './routes/today';

const routeTree = rootRoute.addChildren([
  devRoute,
  hotlinesRoute,
  signInRoute,
  signedInRoute.addChildren([
    todayRoute,
    meRoute,
    ...requestRoutes,
    ...caseRoutes,
    ...contactRoutes,
  ]),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
