import { Trans, useLingui } from '@lingui/react/macro';
import { useWords } from '~/features/words';
import { may, useAct, useMutation } from '~/gql';
import { Button, List, Moment, Notice, newKey, Row, Section, Stack, StatusPill } from '~/ui';
import { LinkSendDocument, type SharedLink, type SharedReferral } from './referralQuery';
import { linkState, linkTone, serviceAnswer } from './words';

const open = ['REQUESTED', 'ACCEPTED', 'IN_PROGRESS', 'ON_HOLD'];

/** The links by which the service was asked, with what became of each; and one more. */
export function ReferralLinks({ of, onStale }: { of: SharedReferral; onStale: () => void }) {
  const { t } = useLingui();
  const send = useMutation(LinkSendDocument);
  const act = useAct();
  const asked = of.answerLinks.filter(({ kind }) => kind === 'REFERRAL').reverse();
  const sends = may(of.case.can, 'REFERRAL_ASK') && open.includes(of.state);
  if (!asked.length && !sends) return null;
  const again = () =>
    act.run(() => send({ input: { clientMutationKey: newKey(), id: of.id } }), onStale);
  return (
    <Section title={t`What the service was asked`}>
      <Stack>
        {act.problem ? (
          <Notice tone="problem" title={t`No link was sent`} onDismiss={act.dismiss}>
            {act.problem}
          </Notice>
        ) : null}
        {asked.length ? (
          <List items={asked} itemKey={({ id }) => id} label={t`Links that were sent`}>
            {(link) => <OneLink of={link} />}
          </List>
        ) : null}
        {of.service.email ? null : (
          <p>{t`The directory has no e-mail address of this service, so it gets no link. Call it.`}</p>
        )}
        {sends && of.service.email ? (
          <Row>
            <Button busy={act.busy} onClick={() => void again()}>
              {asked.length ? t`Send a new link` : t`Send a link`}
            </Button>
          </Row>
        ) : null}
        {sends && of.service.email ? (
          <p className="t-soft">{t`The mail says nothing. The link before is worth nothing from then on.`}</p>
        ) : null}
      </Stack>
    </Section>
  );
}

function OneLink({ of }: { of: SharedLink }) {
  const { word } = useWords();
  return (
    <Row justify="between">
      <StatusPill tone={linkTone[of.state]}>
        {of.answer ? word(serviceAnswer, of.answer) : word(linkState, of.state)}
      </StatusPill>
      <span className="t-soft">
        {of.answeredAt ? (
          <Trans>
            sent <Moment value={of.sentAt} />, answered <Moment value={of.answeredAt} />
          </Trans>
        ) : (
          <Trans>
            sent <Moment value={of.sentAt} />, good until <Moment value={of.expiresAt} />
          </Trans>
        )}
      </span>
    </Row>
  );
}
