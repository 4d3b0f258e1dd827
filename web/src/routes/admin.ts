import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import * as v from 'valibot';
import { MailSearch } from '~/features/admin/search';
import { withWords } from '~/i18n';
import { signedInRoute } from './signedIn';

const admin = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/admin',
  beforeLoad: () => {
    throw redirect({ to: '/admin/people', replace: true });
  },
});
const people = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/admin/people',
  component: lazyRouteComponent(() => import('~/features/admin/Accounts'), 'Accounts'),
});
const mail = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/admin/mail',
  validateSearch: (search) => v.parse(MailSearch, search),
  component: lazyRouteComponent(() => import('~/features/admin/Mail'), 'Mail'),
});

const templates = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/admin/templates',
  component: lazyRouteComponent(
    () => withWords('templates', import('~/features/templates/Templates')),
    'Templates',
  ),
});
const newTemplate = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/admin/templates/new',
  component: lazyRouteComponent(
    () => withWords('templates', import('~/features/templates/TemplatePage')),
    'NewTemplate',
  ),
});
const template = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/admin/templates/$templateId',
  component: lazyRouteComponent(
    () => withWords('templates', import('~/features/templates/TemplatePage')),
    'TemplatePage',
  ),
});

const clockDefinitions = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/admin/clocks',
  component: lazyRouteComponent(
    () => withWords('clocks', import('~/features/clocks/Definitions')),
    'Definitions',
  ),
});

export const adminRoutes = [
  admin,
  people,
  mail,
  templates,
  newTemplate,
  template,
  clockDefinitions,
] as const;
