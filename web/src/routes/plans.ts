import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as v from 'valibot';
import { PaperSearch } from '~/features/paper/search';
import { RecordSearch, ReviewSearch } from '~/features/versions/search';
import { withWords } from '~/i18n';
import { signedInRoute } from './signedIn';

const record = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/cases/$caseId/plan-record',
  validateSearch: (search) => v.parse(RecordSearch, search),
  component: lazyRouteComponent(
    () => withWords('support', withWords('versions', import('~/features/versions/PlanRecord'))),
    'PlanRecord',
  ),
});
const paper = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/cases/$caseId/paper',
  validateSearch: (search) => v.parse(PaperSearch, search),
  component: lazyRouteComponent(
    () => withWords('paper', import('~/features/paper/Prepare')),
    'Prepare',
  ),
});
const review = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/review',
  validateSearch: (search) => v.parse(ReviewSearch, search),
  component: lazyRouteComponent(
    () =>
      withWords(
        'observations',
        withWords('support', withWords('versions', import('~/features/versions/Queue'))),
      ),
    'Queue',
  ),
});

const settings = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/admin/plans',
  component: lazyRouteComponent(
    () => withWords('versions', import('~/features/versions/PlanSettings')),
    'PlanSettings',
  ),
});

export const planRoutes = [record, paper, review, settings] as const;
