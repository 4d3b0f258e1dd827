import { useLingui } from '@lingui/react/macro';
import type { FullCase } from '~/features/cases/CasePage';
import { useViewer } from '~/gql';
import { Notice } from '~/ui';
import { MarkRead } from './MarkRead';
import css from './team.module.css';

/** What was handed over to the one who looks, on top of the case until they have read it. */
export function HandedOver({ of }: { of: FullCase }) {
  const { t } = useLingui();
  const viewer = useViewer();
  const mine = of.team.filter(
    ({ user, note, noteReadAt }) => user?.id === viewer.user.id && note && !noteReadAt,
  );
  return mine.map(({ id, note, assignedBy }) => (
    <Notice key={id} title={t`Handed over by ${assignedBy?.name ?? t`somebody who left`}`}>
      <p className={css.note}>{note}</p>
      <MarkRead assignment={id} alias={of.alias} />
    </Notice>
  ));
}
