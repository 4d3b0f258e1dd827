import { useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import type { CourseAct } from '~/features/course/query';
import { may } from '~/gql';
import type { Act, CaseStatus } from '~/gql/generated/graphql';
import { withWords } from '~/i18n';
import { ActionMenu, Drawer, type MenuAction, SkeletonRows } from '~/ui';
import { ReopenButton } from './ReopenButton';

const CourseForm = lazy(() =>
  withWords('course', import('~/features/course/CourseForm')).then((m) => ({
    default: m.CourseForm,
  })),
);

interface CourseMenuProps {
  of: { id: string; version: number; status?: CaseStatus | null; can: readonly Act[] };
}

/** What is done to the course of a case: where it stands, its facts, its end; and back in one press. */
export function CourseMenu({ of }: CourseMenuProps) {
  const { t } = useLingui();
  const [doing, setDoing] = useState<CourseAct>();
  const titles: Record<CourseAct, string> = {
    move: t`Change the status`,
    facts: t`Change custody, community or state`,
    close: t`Close the case`,
  };
  const closed = of.status === 'CLOSED';
  const choice = (act: CourseAct): MenuAction => ({
    label: titles[act],
    onSelect: () => setDoing(act),
  });
  const actions = [
    ...(!closed && may(of.can, 'CASE_STATUS_MOVE') ? [choice('move')] : []),
    ...(may(of.can, 'CASE_FACTS_CHANGE') ? [choice('facts')] : []),
    ...(!closed && may(of.can, 'CASE_CLOSE') ? [choice('close')] : []),
  ];
  const close = () => setDoing(undefined);
  return (
    <>
      {closed && may(of.can, 'CASE_REOPEN') ? <ReopenButton of={of} /> : null}
      {actions.length > 0 ? (
        <ActionMenu label={t`More to do with this case`} actions={actions} />
      ) : null}
      <Drawer opened={doing !== undefined} onClose={close} title={doing ? titles[doing] : ''}>
        {doing ? (
          <Suspense fallback={<SkeletonRows rows={5} />}>
            <CourseForm caseId={of.id} act={doing} onClose={close} />
          </Suspense>
        ) : null}
      </Drawer>
    </>
  );
}
