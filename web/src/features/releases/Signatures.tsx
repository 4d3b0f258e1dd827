import { Trans, useLingui } from '@lingui/react/macro';
import { useWords } from '~/features/words';
import { Hideable, Moment } from '~/ui';
import type { ListedRelease } from './query';
import css from './releases.module.css';
import { signerCapacity, signerPolicy } from './words';

/** The names under a release, and whose are still to come. */
export function Signatures({ of }: { of: ListedRelease }) {
  const { t } = useLingui();
  const { word } = useWords();
  return (
    <div>
      <p className="t-soft">
        <Trans>Who signs: {word(signerPolicy, of.signerPolicy)}</Trans>
        {of.signerBasis ? ` · ${of.signerBasis}` : null}
      </p>
      <ul className={css.names} aria-label={t`Who signed`}>
        {of.signatures.map((one) => (
          <li key={`${one.capacity}${one.signer?.id ?? one.signedAt}`}>
            <Hideable>{one.signer?.name ?? t`Somebody`}</Hideable>
            {` · ${word(signerCapacity, one.capacity)} · `}
            <Moment value={one.signedAt} />
            {one.witness ? (
              <>
                {' · '}
                <Trans>
                  seen by <Hideable>{one.witness}</Hideable>
                </Trans>
              </>
            ) : null}
            {one.basis ? ` · ${one.basis}` : null}
          </li>
        ))}
        {of.signersMissing.map((one) => (
          <li key={one}>
            <Trans>Still to sign: {word(signerCapacity, one)}</Trans>
          </li>
        ))}
      </ul>
    </div>
  );
}
