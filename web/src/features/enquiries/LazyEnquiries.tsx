import { lazy, Suspense } from 'react';
import { withWords } from '~/i18n';

const Enquiries = lazy(() =>
  withWords('enquiries', import('./Enquiries')).then((m) => ({ default: m.Enquiries })),
);

/** The capacity enquiries of a case, fetched after the referrals above them. */
export const LazyEnquiries = ({ caseId }: { caseId: string }) => (
  <Suspense fallback={null}>
    <Enquiries caseId={caseId} />
  </Suspense>
);
