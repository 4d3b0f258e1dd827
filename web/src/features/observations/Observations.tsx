import { graphql, may, useQuery } from '~/gql';
import type { CaseQuery, ObservationsBesideQuery } from '~/gql/generated/graphql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Notice, SkeletonRows, Stack } from '~/ui';
import { Observed } from './Observed';
import { ReportsMade } from './ReportsMade';
import { Screenings } from './Screenings';

const BesideDocument = graphql(`
  query ObservationsBeside($id: ID!) {
    case(id: $id) {
      id
      observations(first: 1) { notice }
      screenings {
        id version tool toolVersion administeredOn administrator resultText licenceConfirmed recordedAt
        recordedBy { id name }
        earlier {
          tool toolVersion administeredOn administrator resultText licenceConfirmed
          reason correctedAt
          correctedBy { id name }
        }
      }
      reportsMade {
        id version reportedTo kind filedAt filedBy method agency personSpokenTo reference
        recordedBy { id name }
        earlier {
          reportedTo kind filedAt filedBy method agency personSpokenTo reference
          reason recordedAt correctedAt
          recordedBy { id name }
          correctedBy { id name }
        }
      }
    }
  }
`);
type Beside = NonNullable<ObservationsBesideQuery['case']>;
export type Screening = Beside['screenings'][number];
export type Report = Beside['reportsMade'][number];

interface ObservationsProps {
  caseId: string;
  can: NonNullable<CaseQuery['case']>['can'];
}

/** What was observed, under the notice that stands beside every list of it (rule 4). */
export function Observations({ caseId, can }: ObservationsProps) {
  const { data, fault, retry } = useQuery(
    BesideDocument,
    { id: caseId },
    { fresh: true, touches: ['ScreeningReference', 'ReportMade'] },
  );
  if (!data) {
    return fault ? <FaultNotice fault={fault} retry={retry} /> : <SkeletonRows rows={6} />;
  }
  if (!data.case) return null;
  return (
    <Stack>
      {fault ? <FaultNotice fault={fault} retry={retry} /> : null}
      <Notice>{data.case.observations.notice}</Notice>
      <Observed
        caseId={caseId}
        mayRecord={may(can, 'OBSERVATION_RECORD')}
        mayReview={may(can, 'OBSERVATION_REVIEW')}
      />
      <ReportsMade
        caseId={caseId}
        reports={data.case.reportsMade}
        mayRecord={may(can, 'REPORT_RECORD')}
      />
      <Screenings
        caseId={caseId}
        screenings={data.case.screenings}
        mayRecord={may(can, 'SCREENING_RECORD')}
      />
    </Stack>
  );
}
