import { useLingui } from '@lingui/react/macro';
import { graphql, useQuery } from '~/gql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Section, SkeletonRows } from '~/ui';
import { Details } from './Details';
import { History } from './History';
import { StatedCapabilities } from './Stated';

const KnownDocument = graphql(`
  query ServiceKnown($id: ID!) {
    service(id: $id) {
      id
      statedCapabilities {
        capability
        evidence { method words on recordedBy { id name } }
      }
      details {
        source sourceVersion importedAt modifiedAt
        alert applicationProcess eligibility fees interpretation accreditations
        schedules { days opensAt closesAt validFrom validTo text }
        places { name address text }
        areas { name text url }
        languages { name text url }
        accessibility { name text url }
        costs { option amount text }
        requiredDocuments { name text url }
        contacts { name title email phones { number kind text } }
        phones { number kind text }
        programs { name text url }
        attributes { name taxonomy licence value }
        changes { at action field }
      }
    }
  }
`);

/** What is known of a service beside its entry: what was checked, when, and what its source tells. */
export function Known({ serviceId }: { serviceId: string }) {
  const { t } = useLingui();
  const { data, fault, retry } = useQuery(
    KnownDocument,
    { id: serviceId },
    { fresh: true, touches: ['Service'] },
  );
  const service = data?.service;
  return (
    <>
      {fault ? <FaultNotice fault={fault} retry={retry} /> : null}
      {!service && !fault ? <SkeletonRows rows={4} /> : null}
      {service ? <StatedCapabilities all={service.statedCapabilities} /> : null}
      {service?.details ? <Details of={service.details} /> : null}
      <Section title={t`Each time it was checked`}>
        <History serviceId={serviceId} />
      </Section>
    </>
  );
}
