import { createRouter } from '@tanstack/react-router';
import { devRoute } from './routes/dev';
import { rootRoute } from './routes/root';

const routeTree = rootRoute.addChildren([devRoute]);

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
