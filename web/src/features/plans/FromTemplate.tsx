import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { withWords } from '~/i18n';
import { useShortcut } from '~/safety';
import { useOverlays } from '~/shell/overlays';

const TakeDrawer = lazy(() =>
  withWords('templates', import('~/features/templates/TakeDrawer')).then((m) => ({
    default: m.TakeDrawer,
  })),
);

/** `P` on a case: its plan from a template, in a drawer that is fetched when it first opens. */
export function FromTemplate({ caseId }: { caseId: string }) {
  const { t } = useLingui();
  const overlays = useOverlays();
  const navigate = useNavigate();
  useShortcut('p', t`Plan from a template`, () => overlays.open('template'));
  return overlays.opened === 'template' ? (
    <Suspense fallback={null}>
      <TakeDrawer
        caseId={caseId}
        onClose={overlays.close}
        onDone={() => {
          overlays.close();
          void navigate({
            to: '/cases/$caseId',
            params: { caseId },
            search: { tab: 'plan' },
            replace: true,
          });
        }}
      />
    </Suspense>
  ) : null;
}
