import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as v from 'valibot';
import { CasesSearch } from '~/features/cases/search';
import { CaseSearch } from '~/features/cases/tabs';
import { signedInRoute } from './signedIn';

const cases = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/cases',
  validateSearch: (search) => v.parse(CasesSearch, search),
  component: lazyRouteComponent(() => import('~/features/cases/Cases'), 'Cases'),
});
const one = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/cases/$caseId',
  validateSearch: (search) => v.parse(CaseSearch, search),
  component: lazyRouteComponent(() => import('~/features/cases/CasePage'), 'CasePage'),
});

export const caseRoutes = [cases, one] as const;
