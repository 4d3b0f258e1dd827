import { type ComponentProps, lazy, Suspense } from 'react';
import { withWords } from '~/i18n';

const Fields = lazy(() =>
  withWords('releases', import('~/features/releases/StepSharingFields')).then((m) => ({
    default: m.StepSharingFields,
  })),
);
const Standing = lazy(() =>
  withWords('releases', import('~/features/releases/StepSharing')).then((m) => ({
    default: m.StepSharing,
  })),
);

/** The fields of a step about what it has to tell somebody outside, fetched with the form. */
export function LazySharingFields(props: ComponentProps<typeof Fields>) {
  return (
    <Suspense fallback={null}>
      <Fields {...props} />
    </Suspense>
  );
}

/** Which release covers it, or is missing, fetched where a step asks for one. */
export function LazyStepSharing(props: ComponentProps<typeof Standing>) {
  return (
    <Suspense fallback={null}>
      <Standing {...props} />
    </Suspense>
  );
}
