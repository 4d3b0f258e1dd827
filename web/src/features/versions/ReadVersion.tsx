import { useLingui } from '@lingui/react/macro';
import { graphql, useQuery } from '~/gql';
import { FaultNotice } from '~/shell/FaultNotice';
import { EmptyState, SkeletonRows } from '~/ui';
import { touches } from './query';
import { Reading } from './Reading';

const VersionsReadDocument = graphql(`
  query VersionsRead($id: ID!) {
    case(id: $id) {
      id
      plan { id versions { number reading { ...PlanReadingParts } } }
    }
  }
`);

interface ReadVersionProps {
  caseId: string;
  alias: string;
  number: number | undefined;
}

/** One version, as it was frozen. */
export function ReadVersion({ caseId, alias, number }: ReadVersionProps) {
  const { t } = useLingui();
  const { data, fault, retry } = useQuery(VersionsReadDocument, { id: caseId }, { touches });
  if (!data) return fault ? <FaultNotice fault={fault} retry={retry} /> : <SkeletonRows rows={8} />;
  const found = data.case?.plan?.versions.find((version) => version.number === number);
  if (!found?.reading) return <EmptyState title={t`There is no such version`} />;
  return <Reading title={t`Version ${found.number}`} reading={found.reading} alias={alias} />;
}
