import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as v from 'valibot';
import { CasesSearch } from '~/features/cases/search';
import { CaseSearch } from '~/features/cases/tabs';
import { withWords } from '~/i18n';
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

const away = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/cases/$caseId/away/$episodeId',
  component: lazyRouteComponent(
    () => withWords('clocks', withWords('away', import('~/features/away/EpisodePage'))),
    'EpisodePage',
  ),
});

export const caseRoutes = [cases, one, away] as const;
