import { lazy, Suspense } from 'react';
import { withWords } from '~/i18n';
import { SkeletonRows } from '~/ui';
import type { LoggedContact } from './LogForm';

const Observe = lazy(() =>
  withWords('observations', import('~/features/observations/Observe')).then((m) => ({
    default: m.Observe,
  })),
);

interface NoticedProps {
  of: Omit<LoggedContact, 'next'>;
  onClose: () => void;
}

/** What was noticed in a contact that was just logged; its note is where one begins. */
export function Noticed({ of, onClose }: NoticedProps) {
  return (
    <Suspense fallback={<SkeletonRows rows={5} />}>
      <Observe
        caseId={of.caseId}
        begin={{
          narrative: of.note,
          source: 'TOLD_BY_FAMILY',
          graphic: of.graphic,
          contentNote: of.contentNote,
        }}
        onClose={onClose}
      />
    </Suspense>
  );
}
