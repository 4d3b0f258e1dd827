import { Trans, useLingui } from '@lingui/react/macro';
import { useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { LazyReferDrawer } from '~/features/referrals/LazyReferDrawer';
import { graphql, useCan, useQuery } from '~/gql';
import type { ServiceQuery } from '~/gql/generated/graphql';
import { withWords } from '~/i18n';
import { NotFound } from '~/routes/NotFound';
import { useShortcut } from '~/safety';
import { FaultNotice } from '~/shell/FaultNotice';
import { Button, ButtonLink, Notice, Page, Row, Section, SkeletonRows } from '~/ui';
import css from './directory.module.css';
import { RecordService } from './RecordService';
import { ServiceFacts } from './ServiceFacts';
import { ServiceReach } from './ServiceReach';
import { remembered } from './useSought';

const Known = lazy(() =>
  withWords('curation', import('~/features/curation/Known')).then((m) => ({ default: m.Known })),
);
const VerifyForm = lazy(() =>
  withWords('curation', import('~/features/curation/VerifyForm')).then((m) => ({
    default: m.VerifyForm,
  })),
);

const ServiceDocument = graphql(`
  query Service($id: ID!) {
    service(id: $id) {
      id version name organizationName category description city state states
      minimumAge maximumAge capabilities languages phone email url
      capacity capacityOn capacityByService verification verifiedOn verifiedBy { id name }
    }
  }
`);
export type FullService = NonNullable<ServiceQuery['service']>;

/** One service: how to reach it, whom it takes, how far the entry can be relied on. */
export function ServicePage() {
  const { t } = useLingui();
  const { serviceId } = useParams({ from: '/signed-in/resources/$serviceId' });
  const { data, fault, retry } = useQuery(
    ServiceDocument,
    { id: serviceId },
    { fresh: true, touches: ['Service'] },
  );
  if (!data) {
    return (
      <Page title={t`Service`} narrow>
        {fault ? <FaultNotice fault={fault} retry={retry} /> : <SkeletonRows rows={6} />}
      </Page>
    );
  }
  return data.service ? <Service of={data.service} /> : <NotFound />;
}

function Service({ of }: { of: FullService }) {
  const { t } = useLingui();
  const refers = useCan('REFERRAL_MAKE');
  const checks = useCan('SERVICE_RECORD');
  const search = useSearch({ from: '/signed-in/resources/$serviceId' });
  const [referring, setReferring] = useState(false);
  const ended = of.verification === 'CLOSED';
  return (
    <Page
      title={of.name}
      lead={of.organizationName}
      actions={
        <Row>
          <ButtonLink
            to="/resources"
            search={{ ...remembered(), ...search }}
            look="quiet"
          >{t`To the directory`}</ButtonLink>
          {checks ? <RecordService of={of} /> : null}
          {refers && !ended ? <Refer onRefer={() => setReferring(true)} /> : null}
        </Row>
      }
      narrow
    >
      {ended ? (
        <Notice tone="care" title={t`This service has ended`}>
          <Trans>
            It stays here because it was referred to. Nobody is referred to it any more.
          </Trans>
        </Notice>
      ) : null}
      <Section title={t`How to reach it`}>
        <ServiceReach of={of} />
      </Section>
      <Section title={t`What it does`}>
        <p className={css.story}>{of.description}</p>
      </Section>
      <ServiceFacts of={of} />
      <Suspense fallback={<SkeletonRows rows={4} />}>
        <Known serviceId={of.id} />
        {checks && !ended ? (
          <Section title={t`Check it`}>
            <VerifyForm key={of.version} of={of} />
          </Section>
        ) : null}
      </Suspense>
      <LazyReferDrawer
        opened={referring}
        caseId={search.case}
        stepId={search.step}
        service={of}
        onClose={() => setReferring(false)}
      />
    </Page>
  );
}

/** Refers to this service, for the case it was sought for where there is one. */
function Refer({ onRefer }: { onRefer: () => void }) {
  const { t } = useLingui();
  useShortcut('r', t`Refer`, onRefer);
  return <Button look="main" onClick={onRefer}>{t`Refer`}</Button>;
}
