import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as v from 'valibot';
import { ContactsSearch } from '~/features/contacts/search';
import { signedInRoute } from './signedIn';

const contacts = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/contacts',
  validateSearch: (search) => v.parse(ContactsSearch, search),
  component: lazyRouteComponent(() => import('~/features/contacts/Contacts'), 'Contacts'),
});
const log = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/contacts/new',
  component: lazyRouteComponent(() => import('~/features/contacts/LogPage'), 'LogPage'),
});

export const contactRoutes = [contacts, log] as const;
