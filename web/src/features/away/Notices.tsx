import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { NoticeForm } from '~/features/clocks/NoticeForm';
import { noticeMethod, notifiedParty } from '~/features/clocks/words';
import { useWords } from '~/features/words';
import { may } from '~/gql';
import { Button, Drawer, List, Moment, Section } from '~/ui';
import css from './away.module.css';
import type { Episode } from './parts';

/** Who was told: the person, the time and the number they gave; never changed afterwards (rule 49). */
export function Notices({ of }: { of: Episode }) {
  const { t } = useLingui();
  const { word } = useWords();
  const [telling, setTelling] = useState(false);
  const close = () => setTelling(false);
  return (
    <Section
      title={t`Who was told`}
      actions={
        may(of.case.can, 'NOTICE_RECORD') ? (
          <Button small onClick={() => setTelling(true)}>{t`Record somebody else`}</Button>
        ) : null
      }
    >
      {of.notices.length ? (
        <List items={of.notices} itemKey={({ id }) => id} label={t`Who was told`}>
          {(notice) => (
            <article className={css.card}>
              <strong>{word(notifiedParty, notice.party)}</strong>
              <div className={css.words}>
                {[
                  notice.agency,
                  notice.personSpokenTo,
                  word(noticeMethod, notice.method),
                  t`number ${notice.reference}`,
                ].join(' · ')}
              </div>
              <div>
                <Trans>
                  Told <Moment value={notice.at} />
                </Trans>
              </div>
              <div className="t-soft">
                {notice.backDated ? (
                  <Trans>
                    Written down later, <Moment value={notice.recordedAt} />, by{' '}
                    {notice.recordedBy?.name}
                  </Trans>
                ) : (
                  <Trans>Written down by {notice.recordedBy?.name}</Trans>
                )}
                {notice.askedNotToRevealCare ? <> · {t`asked not to reveal foster care`}</> : null}
              </div>
            </article>
          )}
        </List>
      ) : (
        <p className="t-soft">{t`Nobody was told yet.`}</p>
      )}
      <Drawer opened={telling} onClose={close} title={t`Record who was told`}>
        {telling ? <NoticeForm caseId={of.case.id} episodeId={of.id} onClose={close} /> : null}
      </Drawer>
    </Section>
  );
}
