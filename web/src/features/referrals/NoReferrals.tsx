import { useLingui } from '@lingui/react/macro';
import { ButtonLink, EmptyState } from '~/ui';
import type { ReferralPart } from './search';

/** Three kinds of nothing: no match, nothing left to do, nothing yet. */
export function NoReferrals({ part, narrowed }: { part: ReferralPart; narrowed: boolean }) {
  const { t } = useLingui();
  if (narrowed) {
    return (
      <EmptyState
        title={t`Nothing matches`}
        actions={<ButtonLink to="/referrals" search={{ part }}>{t`Clear the filter`}</ButtonLink>}
      >
        {t`No referral of this part is in this state.`}
      </EmptyState>
    );
  }
  if (part === 'waiting' || part === 'to-send') {
    return (
      <EmptyState title={t`All caught up`}>
        {part === 'waiting'
          ? t`Every service that was asked has answered.`
          : t`No draft waits to be sent.`}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t`Nothing here`}
      actions={<ButtonLink to="/resources">{t`Look for a service`}</ButtonLink>}
    >
      {t`When a step needs a service, look for it in the directory and refer from there.`}
    </EmptyState>
  );
}
