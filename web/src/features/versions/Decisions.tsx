import { Trans, useLingui } from '@lingui/react/macro';
import { useWords } from '~/features/words';
import { Day, StatusPill } from '~/ui';
import type { Version } from './query';
import css from './versions.module.css';
import { approvalDecision } from './words';

/** What supervisors said to one version, the latest first. */
export function Decisions({ approvals }: { approvals: Version['approvals'] }) {
  const { t } = useLingui();
  const { word } = useWords();
  if (approvals.length === 0)
    return <p className="t-soft">{t`No supervisor has decided on it.`}</p>;
  return approvals.map(({ decision, comment, at, by }) => (
    <div key={at} className={css.decision}>
      <StatusPill tone={decision === 'APPROVED' ? 'done' : 'waiting'}>
        {word(approvalDecision, decision)}
      </StatusPill>{' '}
      <span className="t-soft">
        <Trans>
          {by?.name}, <Day value={at} />
        </Trans>
      </span>
      {comment ? <p className={css.words}>{comment}</p> : null}
    </div>
  ));
}
