import { Trans, useLingui } from '@lingui/react/macro';
import { referralState, useWords } from '~/features/words';
import { referralStateTones } from '~/features/words/tones';
import type { ReferralState } from '~/gql/generated/graphql';
import { Ago, StatusPill, useNow } from '~/ui';

/** Where a referral stands. */
export function Standing({ state }: { state: ReferralState }) {
  const { word } = useWords();
  return <StatusPill tone={referralStateTones[state]}>{word(referralState, state)}</StatusPill>;
}

const silentAfterMs = 30 * 86_400_000;

/** Since when the service has not answered; after thirty days the loop is not closed (rule 89). */
export function Waits({ since }: { since: string | null | undefined }) {
  const { t } = useLingui();
  const now = useNow();
  if (!since) return <span className="t-soft">{t`does not wait`}</span>;
  if (now - new Date(since).getTime() < silentAfterMs) return <Ago value={since} />;
  return (
    <StatusPill tone="care">
      <span>
        <Trans>
          loop not closed, <Ago value={since} />
        </Trans>
      </span>
    </StatusPill>
  );
}

/** What has to be done next for it to come to an outcome. */
export function NextStep({ state }: { state: ReferralState }) {
  const { t } = useLingui();
  const steps: Partial<Record<ReferralState, string>> = {
    DRAFT: t`Send it`,
    REQUESTED: t`Hear from the service`,
    ACCEPTED: t`See that it begins`,
    IN_PROGRESS: t`Ask how it goes`,
    ON_HOLD: t`Take it up again`,
    REJECTED: t`Look for another one`,
    FAILED: t`Look for another one`,
  };
  return steps[state] ?? <span className="t-soft">{t`nothing`}</span>;
}
