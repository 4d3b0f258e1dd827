import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useWords } from '~/features/words';
import { may, useQuery } from '~/gql';
import { FaultNotice } from '~/shell/FaultNotice';
import {
  Button,
  ButtonLink,
  Drawer,
  Fold,
  Hideable,
  List,
  Moment,
  Notice,
  Row,
  Section,
  SkeletonRows,
  Stack,
} from '~/ui';
import { ReferralLinks } from './ReferralLinks';
import {
  ReferralSharingDocument,
  type SharedDisclosure,
  type SharedReferral,
} from './referralQuery';
import { SharedContent } from './SharedContent';
import { ShareForm } from './ShareForm';
import { SharePreviewDocument } from './shareQuery';
import { informationCategory, linkState, methodWords, refusalNext, refusalWords } from './words';

const accepted = ['ACCEPTED', 'IN_PROGRESS', 'ON_HOLD'];

/** What the service was asked by link, and, after it has accepted, who the referral is about. */
export function ReferralSharing({ referralId }: { referralId: string }) {
  const { data, fault, retry } = useQuery(
    ReferralSharingDocument,
    { id: referralId },
    { fresh: true, touches: ['Referral', 'Release', 'Disclosure'] },
  );
  if (!data) return fault ? <FaultNotice fault={fault} retry={retry} /> : <SkeletonRows rows={3} />;
  const of = data.referral;
  if (!of || of.state === 'DRAFT') return null;
  return (
    <>
      <ReferralLinks of={of} onStale={retry} />
      <WhoItIsAbout of={of} onStale={retry} />
    </>
  );
}

/** The second step: shared by a release that covers it, or why not and what can be done. */
function WhoItIsAbout({ of, onStale }: { of: SharedReferral; onStale: () => void }) {
  const { t } = useLingui();
  const shares = may(of.case.can, 'REFERRAL_SHARE');
  const open = accepted.includes(of.state);
  if (of.state !== 'REQUESTED' && !open && !of.disclosures.length) return null;
  return (
    <Section title={t`Who it is about`}>
      <Stack>
        {of.disclosures.length ? (
          <List items={of.disclosures} itemKey={({ id }) => id} label={t`Shared with the service`}>
            {(one) => <Shared of={one} />}
          </List>
        ) : (
          <p>
            {open
              ? t`Nothing of the young person was shared with them.`
              : t`Nothing of the young person is shared before the service has accepted.`}
          </p>
        )}
        {open && shares ? <Next of={of} onStale={onStale} /> : null}
      </Stack>
    </Section>
  );
}

/** The release that covers it, with what follows; or the nearest miss (rule 12). */
function Next({ of, onStale }: { of: SharedReferral; onStale: () => void }) {
  const { t } = useLingui();
  const { word } = useWords();
  const [sharing, setSharing] = useState(false);
  const covering = of.case.releases.edges
    .map(({ node }) => node)
    .find(
      (one) =>
        one.status === 'IN_FORCE' &&
        one.purpose === 'REFERRAL' &&
        one.recipient?.id === of.service.id,
    );
  if (!covering) return <Missing of={of} />;
  const close = () => {
    setSharing(false);
    onStale();
  };
  return (
    <>
      <p>
        <Trans>
          A release covers this service until <Moment value={covering.expiresAt} />:{' '}
          {covering.categories.map((one) => word(informationCategory, one)).join(', ')}.
        </Trans>
      </p>
      <Row>
        <Button look="main" onClick={() => setSharing(true)}>
          {of.disclosures.length ? t`Share more, or once more` : t`Share with the service`}
        </Button>
      </Row>
      <Drawer opened={sharing} onClose={close} title={t`Share with the service`}>
        {sharing ? (
          <ShareForm caseId={of.case.id} of={covering} referral={of} onClose={close} />
        ) : null}
      </Drawer>
    </>
  );
}

function Missing({ of }: { of: SharedReferral }) {
  const { t } = useLingui();
  const { word } = useWords();
  const child = of.case.people.find(({ role }) => role === 'CHILD');
  const { data, fault, retry } = useQuery(
    SharePreviewDocument,
    {
      input: {
        case: of.case.id,
        person: child?.id ?? '',
        recipient: of.service.id,
        categories: ['IDENTITY'],
        purpose: 'REFERRAL',
        method: 'SECURE_PORTAL',
        words: [],
      },
    },
    { pause: !child, touches: ['Release', 'CasePerson'] },
  );
  if (fault) return <FaultNotice fault={fault} retry={retry} />;
  const why = data?.disclosurePreview.refusal;
  return (
    <>
      {why ? (
        <Notice tone="care" title={t`No release covers this service now`}>
          <p>{word(refusalWords, why)}</p>
          <p>{word(refusalNext, why)}</p>
        </Notice>
      ) : null}
      <Row>
        <ButtonLink
          to="/cases/$caseId"
          params={{ caseId: of.case.id }}
          search={{ tab: 'releases' }}
        >{t`To the releases of the case`}</ButtonLink>
      </Row>
    </>
  );
}

function Shared({ of }: { of: SharedDisclosure }) {
  const { t } = useLingui();
  const { word } = useWords();
  const link = of.links.at(-1);
  return (
    <Stack gap="small">
      <Row justify="between">
        <strong>{of.categories.map((one) => word(informationCategory, one)).join(', ')}</strong>
        <span className="t-soft">
          {of.madeBy?.name ?? t`somebody who left`} · <Moment value={of.madeAt} />
        </span>
      </Row>
      <div>
        {of.seenAt.length ? (
          of.seenAt.map((at) => (
            <div key={at}>
              <Trans>
                Seen by the service <Moment value={at} />
              </Trans>
            </div>
          ))
        ) : link ? (
          <Trans>
            {word(linkState, link.state)}. It can be opened once, until{' '}
            <Moment value={link.expiresAt} />.
          </Trans>
        ) : (
          word(methodWords, of.method)
        )}
      </div>
      <Fold title={t`All that was shared`}>
        <Hideable>
          <SharedContent of={of.content} />
        </Hideable>
      </Fold>
    </Stack>
  );
}
