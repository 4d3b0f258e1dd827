import { Trans, useLingui } from '@lingui/react/macro';
import { states } from '~/features/words';
import type { State } from '~/gql/generated/graphql';
import { Ago, Moment, Row } from '~/ui';
import { ClockActs, type ClockPowers } from './ClockActs';
import { ClockEnd } from './ClockEnd';
import { ClockPill } from './ClockPill';
import css from './clocks.module.css';
import type { FullClock } from './parts';
import { ended } from './words';

interface ClockItemProps {
  clock: FullClock;
  /** The case, and the time away that it belongs to, if to one. */
  caseId: string;
  episodeId?: string | undefined;
  powers: ClockPowers;
}

/** One clock: what is to be done, by when, by whose rule, and what may be done with it. */
export function ClockItem({ clock, caseId, episodeId, powers }: ClockItemProps) {
  const { t } = useLingui();
  const state = states[clock.jurisdiction as State] ?? clock.jurisdiction;
  const over = ended.includes(clock.status);
  const offices = [clock.extendedBySendingOffice, clock.extendedByReceivingOffice].filter(Boolean);
  return (
    <article className={css.clock} aria-label={clock.title}>
      <Row justify="between" align="top">
        <div className={css.words}>
          <strong>{clock.title}</strong>
        </div>
        <ClockPill status={clock.status} />
      </Row>
      {over ? (
        <ClockEnd clock={clock} />
      ) : (
        <div>
          <Trans>
            Due <Ago value={clock.dueAt} />, <Moment value={clock.dueAt} />
          </Trans>
        </div>
      )}
      <div className="t-soft">
        {[
          clock.jurisdiction === 'US' ? t`Federal rule` : t`Rule of ${state}`,
          t`definition version ${clock.definitionVersion}`,
          clock.recommended ? t`recommended here` : null,
          clock.required ? t`cannot be left out` : null,
          over ? null : (clock.owner?.name ?? t`nobody on the team yet`),
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
      {offices.length ? (
        <div className="t-soft">{t`Made longer; agreed with ${offices.join(', ')}`}</div>
      ) : null}
      {over ? null : (
        <ClockActs clock={clock} caseId={caseId} episodeId={episodeId} powers={powers} />
      )}
    </article>
  );
}
