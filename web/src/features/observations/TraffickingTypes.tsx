import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useWords } from '~/features/words';
import { graphql, useQuery } from '~/gql';
import type { CaseTraffickingTypesQuery } from '~/gql/generated/graphql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Button, Drawer, Fold, List, Section, SkeletonRows } from '~/ui';
import { TypeEntry } from './TypeEntry';
import { TypeForm } from './TypeForm';
import { traffickingType } from './words';

const TypesDocument = graphql(`
  query CaseTraffickingTypes($id: ID!) {
    case(id: $id) {
      id
      traffickingTypes {
        id version type frameworkVersion asOf source note revisedAt revisedReason
        recordedBy { id name }
        revisedBy { id name }
        readings { frameworkVersion category }
      }
    }
  }
`);
export type KnownType = NonNullable<CaseTraffickingTypesQuery['case']>['traffickingTypes'][number];

/** The trafficking type as it is known: several, or none; what was thought before stays (rule 6). */
export function TraffickingTypes({ caseId, mayRecord }: { caseId: string; mayRecord: boolean }) {
  const { t } = useLingui();
  const { word } = useWords();
  const [open, setOpen] = useState<KnownType | 'new'>();
  const { data, fault, retry } = useQuery(
    TypesDocument,
    { id: caseId },
    { fresh: true, touches: ['TraffickingTypeEntry'] },
  );
  const close = () => setOpen(undefined);
  const all = data?.case?.traffickingTypes ?? [];
  const standing = all.filter((one) => !one.revisedAt);
  const past = all.filter((one) => one.revisedAt);
  const of = open === 'new' ? undefined : open;
  return (
    <Section
      title={t`Trafficking type`}
      actions={
        mayRecord && data ? (
          <Button small onClick={() => setOpen('new')}>{t`Add a type`}</Button>
        ) : undefined
      }
    >
      {fault ? <FaultNotice fault={fault} retry={retry} /> : null}
      {!data && !fault ? <SkeletonRows rows={2} /> : null}
      {data && standing.length === 0 ? (
        <p className="t-soft">{t`Not recorded. It is never required.`}</p>
      ) : null}
      {standing.length ? (
        <List items={standing} itemKey={(one) => one.id} label={t`Trafficking type`}>
          {(one) => <TypeEntry of={one} onRevise={mayRecord ? () => setOpen(one) : undefined} />}
        </List>
      ) : null}
      {past.length ? (
        <Fold title={t`What was thought before`}>
          <List items={past} itemKey={(one) => one.id} label={t`What was thought before`}>
            {(one) => <TypeEntry of={one} onRevise={undefined} />}
          </List>
        </Fold>
      ) : null}
      <Drawer
        opened={open !== undefined}
        onClose={close}
        title={of ? t`Revise: ${word(traffickingType, of.type)}` : t`Add a type`}
      >
        {open ? <TypeForm key={of?.id ?? 'new'} caseId={caseId} of={of} onClose={close} /> : null}
      </Drawer>
    </Section>
  );
}
