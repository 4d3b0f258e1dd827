import { lazy, Suspense } from 'react';
import type { DirectorySearch } from '~/features/directory/search';
import { withWords } from '~/i18n';

const GapLinks = lazy(() =>
  withWords('gaps', import('./GapLinks')).then((m) => ({ default: m.GapLinks })),
);
const FromMap = lazy(() =>
  withWords('gaps', import('./FromMap')).then((m) => ({ default: m.FromMap })),
);

/** The views of the directory, fetched where there is more than the list. */
export const LazyGapLinks = () => (
  <Suspense fallback={null}>
    <GapLinks />
  </Suspense>
);

/** How the map narrowed the list, fetched where it did. */
export const LazyFromMap = (props: { search: DirectorySearch }) => (
  <Suspense fallback={null}>
    <FromMap {...props} />
  </Suspense>
);
