import { lazy, Suspense } from 'react';
import { withWords } from '~/i18n';
import { SkeletonRows } from '~/ui';

const Parts = lazy(() =>
  withWords('support', withWords('versions', import('./Parts'))).then(({ Parts }) => ({
    default: Parts,
  })),
);

/** What the plan asks for next, its reviews and versions; fetched with their words. */
export const LazyParts = ({ caseId }: { caseId: string }) => (
  <Suspense fallback={<SkeletonRows rows={4} />}>
    <Parts caseId={caseId} />
  </Suspense>
);
