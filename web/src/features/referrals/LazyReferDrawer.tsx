import { lazy, Suspense } from 'react';
import { withWords } from '~/i18n';
import type { Picked } from './picked';

const ReferDrawer = lazy(() =>
  withWords('needs', import('./ReferDrawer')).then((m) => ({ default: m.ReferDrawer })),
);

export interface ReferProps {
  /** The case that is referred; when absent it is chosen first. */
  caseId?: string | undefined;
  /** The step of its plan that the referral is for. */
  stepId?: string | undefined;
  /** A service that was found already. */
  service?: Picked | undefined;
  onClose: () => void;
}

/** The drawer in which a need is put to services, fetched when it is first opened. */
export function LazyReferDrawer({ opened, ...refer }: ReferProps & { opened: boolean }) {
  return opened ? (
    <Suspense fallback={null}>
      <ReferDrawer {...refer} />
    </Suspense>
  ) : null;
}
