import { lazy, type ReactNode, Suspense } from 'react';
import type { ContactValues } from '~/features/contacts/values';
import { withWords } from '~/i18n';
import type { TrellisForm } from '~/ui';

const Folded = lazy(() =>
  withWords('observations', import('./Folded')).then((m) => ({ default: m.Folded })),
);
const HardToRead = lazy(() =>
  withWords('observations', import('./HardToRead')).then((m) => ({
    default: m.HardToRead<ContactValues>,
  })),
);

interface LazyFoldedProps {
  contentNote: string | null | undefined;
  children: ReactNode;
}

/** What of a contact is hard to read, closed until somebody opens it (rule 126). */
export function LazyFolded(props: LazyFoldedProps) {
  return (
    <Suspense fallback={null}>
      <Folded {...props} />
    </Suspense>
  );
}

/** Where a contact is marked as hard to read. */
export function LazyHardToRead({ form }: { form: TrellisForm<ContactValues> }) {
  return (
    <Suspense fallback={null}>
      <HardToRead form={form} />
    </Suspense>
  );
}
