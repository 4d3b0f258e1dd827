import { lazy } from 'react';

/** The map of the states, which is fetched where it is shown, and its shapes after it. */
export const StateMap = lazy(() => import('./StateMap').then((m) => ({ default: m.StateMap })));
