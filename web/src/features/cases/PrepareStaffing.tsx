import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { withWords } from '~/i18n';
import { useShortcut } from '~/safety';
import { useOverlays } from '~/shell/overlays';

const StaffingDrawer = lazy(() =>
  withWords('agenda', import('~/features/agenda/StaffingDrawer')).then((m) => ({
    default: m.StaffingDrawer,
  })),
);

/** `S` on a case: a staffing with its agenda built, in a drawer that is fetched when it first opens. */
export function PrepareStaffing({ caseId }: { caseId: string }) {
  const { t } = useLingui();
  const overlays = useOverlays();
  const navigate = useNavigate();
  useShortcut('s', t`Prepare a staffing`, () => overlays.open('staffing'));
  return overlays.opened === 'staffing' ? (
    <Suspense fallback={null}>
      <StaffingDrawer
        caseId={caseId}
        onClose={overlays.close}
        onDone={(staffingId) => {
          overlays.close();
          void navigate({ to: '/staffings/$staffingId', params: { staffingId } });
        }}
      />
    </Suspense>
  ) : null;
}
