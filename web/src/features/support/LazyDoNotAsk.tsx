import { lazy, Suspense } from 'react';
import { withWords } from '~/i18n';

const Inner = lazy(() =>
  withWords('support', import('./DoNotAsk')).then((m) => ({ default: m.DoNotAsk })),
);

/** What is not asked again on a case, on top of every form in which its story is written (rule 126). */
export function LazyDoNotAsk({ caseId }: { caseId: string | null }) {
  return caseId ? (
    <Suspense fallback={null}>
      <Inner caseId={caseId} />
    </Suspense>
  ) : null;
}
