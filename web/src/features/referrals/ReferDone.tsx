import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { Phone } from '~/features/directory/Phone';
import { Button, Link, Row, Stack } from '~/ui';
import css from './refer.module.css';
import type { Sent } from './useSending';

/** What to say to each service, large enough to be read out: a reference and nothing else (rule 91). */
export function ReferDone({ sent, onClose }: { sent: readonly Sent[]; onClose: () => void }) {
  const { t } = useLingui();
  // The form has gone, and the focus with it.
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), []);
  return (
    <Stack>
      <p>
        <Trans>Call them, give the reference, and ask to be called back.</Trans>
      </p>
      <ul className={css.done} aria-label={t`Referrals`}>
        {sent.map(({ service, referral }) => (
          <li key={referral.id}>
            <Link to="/referrals/$referralId" params={{ referralId: referral.id }}>
              {service.name}
            </Link>
            <span className={css.reference}>{referral.reference}</span>
            {service.phone ? <Phone number={service.phone} large /> : null}
            {referral.state === 'DRAFT' ? (
              <span className="t-soft">{t`A draft: open it to send it.`}</span>
            ) : null}
          </li>
        ))}
      </ul>
      <Row>
        <Button ref={close} look="main" onClick={onClose}>{t`Done`}</Button>
      </Row>
    </Stack>
  );
}
