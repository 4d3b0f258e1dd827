import { Trans, useLingui } from '@lingui/react/macro';
import { teamRole, useWords } from '~/features/words';
import { useQuery } from '~/gql';
import { Day, Fold, List } from '~/ui';
import css from './course.module.css';
import { CourseDocument, courseTouches } from './query';

/** Who was on the team before, as what and how long; nothing where nobody has left it yet. */
export function FormerTeam({ caseId }: { caseId: string }) {
  const { t } = useLingui();
  const { word } = useWords();
  const { data } = useQuery(CourseDocument, { id: caseId }, { touches: courseTouches });
  const former = data?.case?.formerTeam ?? [];
  if (former.length === 0) return null;
  return (
    <Fold title={t`Who was on the team before`}>
      <List items={former} itemKey={(part) => part.id} label={t`Who was on the team before`}>
        {(part) => (
          <div>
            <div>{part.user?.name ?? t`Somebody who left`}</div>
            <div className="t-soft">
              {word(teamRole, part.role)} ·{' '}
              {part.to ? (
                <Trans>
                  <Day value={part.from} /> to <Day value={part.to} />
                </Trans>
              ) : null}
            </div>
            {part.endReason ? <p className={css.said}>{part.endReason}</p> : null}
          </div>
        )}
      </List>
    </Fold>
  );
}
