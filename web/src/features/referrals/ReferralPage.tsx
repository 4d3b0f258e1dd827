import { useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { graphql, may, useQuery } from '~/gql';
import type { ReferralQuery } from '~/gql/generated/graphql';
import { NotFound } from '~/routes/NotFound';
import { FaultNotice } from '~/shell/FaultNotice';
import { Hideable, Page, Section, SkeletonRows } from '~/ui';
import { LazyIntroductions } from './LazyIntroductions';
import { LazyParts } from './LazyParts';
import { Moves } from './Moves';
import { ReferralFacts } from './ReferralFacts';
import css from './referrals.module.css';
import { Standing } from './Standing';
import { Trail } from './Trail';

const ReferralDocument = graphql(`
  query Referral($id: ID!) {
    referral(id: $id) {
      id version reference state need createdAt requestedAt waitingSince outcome helpful
      allowedMoves
      case { id alias can }
      service { id name organizationName phone email url }
      step { id text }
      events { id at from to reason text byLink by { id name } }
    }
  }
`);
export type FullReferral = NonNullable<ReferralQuery['referral']>;

/** One referral: where it stands, where it may go, and how it came here. */
export function ReferralPage() {
  const { t } = useLingui();
  const { referralId } = useParams({ from: '/signed-in/referrals/$referralId' });
  const { data, fault, retry } = useQuery(
    ReferralDocument,
    { id: referralId },
    { fresh: true, touches: ['Referral'] },
  );
  if (!data) {
    return (
      <Page title={t`Referral`} narrow>
        {fault ? <FaultNotice fault={fault} retry={retry} /> : <SkeletonRows rows={6} />}
      </Page>
    );
  }
  return data.referral ? <OneReferral of={data.referral} retry={retry} /> : <NotFound />;
}

function OneReferral({ of, retry }: { of: FullReferral; retry: () => void }) {
  const { t } = useLingui();
  return (
    <Page
      title={<Hideable>{of.service.name}</Hideable>}
      lead={
        <>
          <Standing state={of.state} /> {t`Reference ${of.reference}`}
        </>
      }
      narrow
    >
      {may(of.case.can, 'REFERRAL_MOVE') && of.allowedMoves.length ? (
        <Section title={t`What happens next?`}>
          <Moves of={of} onStale={retry} />
        </Section>
      ) : null}
      <Section title={t`What is needed`}>
        <p className={css.story}>{of.need}</p>
      </Section>
      <LazyParts referralId={of.id} />
      <LazyIntroductions referralId={of.id} />
      <ReferralFacts of={of} />
      <Section title={t`How it came here`}>
        <Trail events={of.events} />
      </Section>
    </Page>
  );
}
