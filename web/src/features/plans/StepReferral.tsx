import { Trans, useLingui } from '@lingui/react/macro';
import { referralState, useWords } from '~/features/words';
import { Hideable, Link } from '~/ui';
import type { Step } from './query';

/** The referral that was made for a step, and where it stands. */
export function StepReferral({ referral }: { referral: NonNullable<Step['referral']> }) {
  const { t } = useLingui();
  const { word } = useWords();
  const service = referral.service.name;
  return (
    <div className="t-soft">
      <Trans>
        Referred to{' '}
        <Link
          to="/referrals/$referralId"
          params={{ referralId: referral.id }}
          aria-label={t`Referral ${referral.reference}`}
        >
          <Hideable>{service}</Hideable>
        </Link>
        : {word(referralState, referral.state)}
      </Trans>
    </div>
  );
}
