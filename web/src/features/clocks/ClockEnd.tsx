import { Trans, useLingui } from '@lingui/react/macro';
import { useWords } from '~/features/words';
import { Moment } from '~/ui';
import css from './clocks.module.css';
import type { FullClock } from './parts';
import { noticeMethod } from './words';

/** How a clock came to its end: the evidence, or who answers for it and why (rules 49, 61). */
export function ClockEnd({ clock }: { clock: FullClock }) {
  const { t } = useLingui();
  const { word } = useWords();
  const by = clock.endedBy?.name ?? t`the system`;
  const told = clock.notice ?? clock;
  const evidence = [
    told.agency,
    told.personSpokenTo,
    clock.notice ? word(noticeMethod, clock.notice.method) : null,
    told.reference ? t`number ${told.reference}` : null,
  ].filter(Boolean);
  return (
    <>
      {clock.metAt ? (
        <div>
          <Trans>
            Done <Moment value={clock.metAt} />, was due <Moment value={clock.dueAt} />
          </Trans>
        </div>
      ) : null}
      {evidence.length ? <div className={css.words}>{evidence.join(' · ')}</div> : null}
      {clock.reason ? <div className={css.words}>{t`Why: ${clock.reason}`}</div> : null}
      {clock.endedAt ? (
        <div className="t-soft">
          {clock.backDated ? (
            <Trans>
              Written down later, <Moment value={clock.endedAt} />, by {by}
            </Trans>
          ) : (
            <Trans>
              Written down <Moment value={clock.endedAt} /> by {by}
            </Trans>
          )}
        </div>
      ) : null}
    </>
  );
}
