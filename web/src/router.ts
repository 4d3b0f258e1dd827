import { createRouter } from '@tanstack/react-router';
import { adminRoutes } from './routes/admin';
import { boardRoute } from './routes/board';
import { caseRoutes } from './routes/cases';
import { clocksRoute } from './routes/clocks';
import { contactRoutes } from './routes/contacts';
import { devRoute } from './routes/dev';
import { directoryRoutes } from './routes/directory';
import { hotlinesRoute } from './routes/hotlines';
import { meRoute } from './routes/me';
import { planRoutes } from './routes/plans';
import { privacyRoute } from './routes/privacy';
import { referralRoutes } from './routes/referrals';
import { requestRoutes } from './routes/requests';
import { rootRoute } from './routes/root';
import { signedInRoute } from './routes/signedIn';
import { signInRoute } from './routes/signIn';
import { staffingRoutes } from './routes/staffings';
import { todayRoute } from './routes/today';
import { togetherRoute } from './routes/together';

const routeTree = rootRoute.addChildren([
  devRoute,
  hotlinesRoute,
  signInRoute,
  togetherRoute,
  signedInRoute.addChildren([
    todayRoute,
    meRoute,
    ...requestRoutes,
    ...caseRoutes,
    ...contactRoutes,
    ...planRoutes,
    boardRoute,
    clocksRoute,
    ...staffingRoutes,
    ...adminRoutes,
    privacyRoute,
    ...directoryRoutes,
    ...referralRoutes,
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
