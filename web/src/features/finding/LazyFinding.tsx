import { lazy, Suspense } from 'react';
import { withWords } from '~/i18n';
import type { MoreFiltersProps } from './MoreFilters';
import type { Reasons } from './Why';

const Instead = lazy(() =>
  withWords('finding', import('./Instead')).then((m) => ({ default: m.Instead })),
);
const Why = lazy(() => withWords('finding', import('./Why')).then((m) => ({ default: m.Why })));

const MoreFilters = lazy(() =>
  withWords('finding', import('./MoreFilters')).then((m) => ({ default: m.MoreFilters })),
);

/** Wishes that are rarer; fetched with the fold that they stand in. */
export function LazyMoreFilters(props: MoreFiltersProps) {
  return (
    <Suspense fallback={null}>
      <MoreFilters {...props} />
    </Suspense>
  );
}

/** Which words were searched instead of those that were typed; fetched when some were. */
export function LazyInstead(props: { typed: string; instead: string; onExact: () => void }) {
  return (
    <Suspense fallback={null}>
      <Instead {...props} />
    </Suspense>
  );
}

/** Why a service stands where it does; fetched with the first search by words. */
export function LazyWhy(props: { of: Reasons | undefined }) {
  return (
    <Suspense fallback={null}>
      <Why {...props} />
    </Suspense>
  );
}
