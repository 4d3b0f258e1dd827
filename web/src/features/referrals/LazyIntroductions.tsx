import { lazy, Suspense } from 'react';
import { withWords } from '~/i18n';

const Introductions = lazy(() =>
  withWords('introductions', import('~/features/introductions/Introductions')).then((m) => ({
    default: m.Introductions,
  })),
);

/** The introductions of a referral, fetched after what stands above them. */
export function LazyIntroductions({ referralId }: { referralId: string }) {
  return (
    <Suspense fallback={null}>
      <Introductions referralId={referralId} />
    </Suspense>
  );
}
