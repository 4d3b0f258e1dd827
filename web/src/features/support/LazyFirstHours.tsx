import { lazy, Suspense } from 'react';
import { withWords } from '~/i18n';

const Inner = lazy(() =>
  withWords('support', import('./FirstHours')).then((m) => ({ default: m.FirstHours })),
);

/** On top of a case, while somebody is away or just back: where the immediate plan stands. */
export function LazyFirstHours({ caseId }: { caseId: string }) {
  return (
    <Suspense fallback={null}>
      <Inner caseId={caseId} />
    </Suspense>
  );
}
