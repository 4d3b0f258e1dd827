import { lazy, Suspense } from 'react';
import { withWords } from '~/i18n';

const NeedTold = lazy(() =>
  withWords('needs', import('~/features/needs/NeedTold')).then((m) => ({ default: m.NeedTold })),
);
const ReferralSharing = lazy(() =>
  withWords('releases', import('~/features/releases/ReferralSharing')).then((m) => ({
    default: m.ReferralSharing,
  })),
);

/** What the service was told, and what was asked and shared since, after what stands above. */
export function LazyParts({ referralId }: { referralId: string }) {
  return (
    <>
      <Suspense fallback={null}>
        <NeedTold referralId={referralId} />
      </Suspense>
      <Suspense fallback={null}>
        <ReferralSharing referralId={referralId} />
      </Suspense>
    </>
  );
}
