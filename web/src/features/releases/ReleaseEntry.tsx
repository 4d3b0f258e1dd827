import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useWords } from '~/features/words';
import { may } from '~/gql';
import {
  Button,
  ButtonLink,
  Day,
  Drawer,
  Facts,
  Fold,
  Hideable,
  Moment,
  Notice,
  Row,
  StatusPill,
} from '~/ui';
import { LastDay } from './LastDay';
import type { ListedRelease } from './query';
import type { Can } from './Releases';
import css from './releases.module.css';
import { ShareForm } from './ShareForm';
import { Signatures } from './Signatures';
import { SignForm } from './SignForm';
import { WithdrawForm } from './WithdrawForm';
import {
  informationCategory,
  methodWords,
  purposeWords,
  releasePrompt,
  releaseStatus,
  releaseTone,
  withdrawalHow,
} from './words';

interface EntryProps {
  of: ListedRelease;
  caseId: string;
  can: Can;
}
type Doing = 'sign' | 'share' | 'withdraw';

/** One release: for whom, what it opens, where it stands, whose names are under it. */
export function ReleaseEntry({ of, caseId, can }: EntryProps) {
  const { t } = useLingui();
  const { word } = useWords();
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  const titles: Record<Doing, string> = {
    sign: t`Write down who signed`,
    share: t`Share by this release`,
    withdraw: t`Withdraw a release`,
  };
  const ended = of.status === 'WITHDRAWN' || of.status === 'EXPIRED';
  const facts = [
    {
      label: t`What they may be told`,
      value: of.categories.map((one) => word(informationCategory, one)).join(', '),
    },
    { label: t`What for`, value: of.purposeWords ?? word(purposeWords, of.purpose) },
    { label: t`How`, value: of.methods.map((one) => word(methodWords, one)).join(', ') },
    {
      label: t`From and until`,
      value: (
        <>
          <Day value={of.startsAt} /> – <LastDay until={of.expiresAt} />
        </>
      ),
    },
  ];
  return (
    <article className={css.entry} aria-label={of.recipientName}>
      <div className={css.head}>
        <h3 className={css.who}>{of.recipientName}</h3>
        <StatusPill tone={releaseTone[of.status]}>{word(releaseStatus, of.status)}</StatusPill>
      </div>
      {of.status === 'IN_FORCE' ? (
        <p>
          <Trans>
            In force until <LastDay until={of.expiresAt} />
          </Trans>
        </p>
      ) : null}
      {of.withdrawnAt ? (
        <p>
          <Trans>
            Withdrawn on <Moment value={of.withdrawnAt} />, written down by{' '}
            {of.withdrawnBy?.name ?? t`somebody who left`}
          </Trans>
          {of.withdrawnHow ? ` · ${word(withdrawalHow, of.withdrawnHow)}` : null}
          {of.withdrawnWords ? ` · ${of.withdrawnWords}` : null}
        </p>
      ) : null}
      {of.prompts.map((one) => (
        <Notice key={one} tone="care">
          {word(releasePrompt, one)}
        </Notice>
      ))}
      <Facts items={facts} />
      <Signatures of={of} />
      <Fold title={t`How it was explained`}>
        <p>
          <Hideable>{of.explainedHow}</Hideable>
        </p>
        <p className="t-soft">
          <Trans>
            In {of.explainedLanguage}, by {of.explainedBy?.name ?? t`somebody who left`}. That no
            help depends on it was said.
          </Trans>
          {of.redisclosureNotice ? ` ${t`That they may not pass it on was said.`}` : null}
        </p>
        {of.longerReason ? (
          <p>
            <Trans>Why it lasts so long: {of.longerReason}</Trans>
          </p>
        ) : null}
      </Fold>
      {ended ? null : (
        <Row>
          {may(can, 'DISCLOSURE_MAKE') && of.status === 'IN_FORCE' && of.recipient ? (
            <Button onClick={() => setDoing('share')}>{t`Share by this release`}</Button>
          ) : null}
          {may(can, 'RELEASE_RECORD') && of.signersMissing.length ? (
            <Button onClick={() => setDoing('sign')}>{t`Write down who signed`}</Button>
          ) : null}
          {may(can, 'PLAN_PRINT') ? (
            <ButtonLink
              to="/cases/$caseId/paper"
              params={{ caseId }}
              search={{ audience: 'RELEASE_FORM', of: of.id }}
            >
              {t`Print it to sign`}
            </ButtonLink>
          ) : null}
          {may(can, 'RELEASE_WITHDRAW') ? (
            <Button look="danger" onClick={() => setDoing('withdraw')}>{t`Withdraw`}</Button>
          ) : null}
        </Row>
      )}
      <Drawer opened={doing !== undefined} onClose={close} title={titles[doing ?? 'sign']}>
        {doing === 'sign' ? <SignForm caseId={caseId} of={of} onClose={close} /> : null}
        {doing === 'share' ? <ShareForm caseId={caseId} of={of} onClose={close} /> : null}
        {doing === 'withdraw' ? <WithdrawForm of={of} onClose={close} /> : null}
      </Drawer>
    </article>
  );
}
