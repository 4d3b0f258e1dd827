import { lazy, Suspense } from 'react';
import type { DirectorySearch, Sought } from '~/features/directory/search';
import { withWords } from '~/i18n';

const UnmetNeed = lazy(() =>
  withWords('gaps', import('./UnmetNeed')).then((m) => ({ default: m.UnmetNeed })),
);

/** What can be recorded of a search that found nothing, fetched when there is one. */
export function LazyUnmetNeed(props: { search: DirectorySearch; sought: Sought }) {
  return (
    <Suspense fallback={null}>
      <UnmetNeed {...props} />
    </Suspense>
  );
}
