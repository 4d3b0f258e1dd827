import { createRootRoute, Outlet } from '@tanstack/react-router';
import { TripleShift } from '~/safety';
import { PrintGate } from '~/ui';
import { NotFound } from './NotFound';

/** What is around every screen, signed in or not. */
export const rootRoute = createRootRoute({
  component: () => (
    <>
      <TripleShift />
      <Outlet />
      <PrintGate />
    </>
  ),
  notFoundComponent: NotFound,
});
