import { Trans, useLingui } from '@lingui/react/macro';
import { capacity, states, useWords, verification } from '~/features/words';
import { capacityTones, verificationTones } from '~/features/words/tones';
import type { Capability, Capacity, State, Verification } from '~/gql/generated/graphql';
import { Day, Hideable, StatusPill } from '~/ui';
import css from './directory.module.css';

interface CheckedProps {
  /** Beside each other, where the line has the room. */
  inLine?: boolean;
  of: { verification: Verification; verifiedOn?: string | null };
}

/** How far an entry can be relied on, and since when (rule 81). */
export function Checked({ of, inLine = false }: CheckedProps) {
  const { word } = useWords();
  return (
    <span className={inLine ? css.line : css.pair}>
      <StatusPill tone={verificationTones[of.verification]}>
        {word(verification, of.verification)}
      </StatusPill>
      {of.verifiedOn ? (
        <span className={css.day}>
          <Day value={of.verifiedOn} />
        </span>
      ) : null}
    </span>
  );
}

/** Whether there was room when it was last asked. */
export function Room({ of }: { of: { capacity: Capacity } }) {
  const { word } = useWords();
  return <StatusPill tone={capacityTones[of.capacity]}>{word(capacity, of.capacity)}</StatusPill>;
}

interface WhereProps {
  of: { city?: string | null; state: State; states: State[]; capabilities: Capability[] };
}

/** Where it is, unless that is told to nobody, and which other states it serves. */
export function Where({ of }: WhereProps) {
  const { t } = useLingui();
  const others = of.states.filter((state) => state !== of.state);
  const confidential = of.capabilities.includes('CONFIDENTIAL_LOCATION');
  return (
    <span className={css.pair}>
      <span>
        {of.city && !confidential ? (
          <>
            <Hideable>{of.city}</Hideable>,{' '}
          </>
        ) : null}
        {states[of.state]}
      </span>
      {confidential ? <span className={css.small}>{t`Confidential location`}</span> : null}
      {others.length ? (
        <span className={css.small}>
          <Trans>also serves {others.join(', ')}</Trans>
        </span>
      ) : null}
    </span>
  );
}

/** The ages it takes, in words. */
export function Ages({ of }: { of: { minimumAge?: number | null; maximumAge?: number | null } }) {
  const { t } = useLingui();
  const { minimumAge: from, maximumAge: to } = of;
  if (from != null && to != null) return t`${from} to ${to}`;
  if (from != null) return t`from ${from}`;
  if (to != null) return t`up to ${to}`;
  return t`any age`;
}
