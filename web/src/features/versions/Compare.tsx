import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { graphql, useQuery } from '~/gql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Columns, Section, Select, SkeletonRows, Stack } from '~/ui';
import { Differences } from './Differences';
import { type RecordedPlan, touches } from './query';

const PlanCompareDocument = graphql(`
  query PlanCompare($id: ID!, $from: Int!, $to: Int) {
    case(id: $id) {
      id
      plan {
        id
        compare(from: $from, to: $to) { ...PlanComparisonParts }
        goals { id text inYouthWords }
        versions { number reading { goals { text inYouthWords } } }
      }
    }
  }
`);
/** Stands for the plan as it is now, among the numbers of versions. */
const NOW = 'now';

interface CompareProps {
  caseId: string;
  plan: RecordedPlan;
  from: number | undefined;
  to: number | undefined;
}

/** Any two versions beside each other, or one and the plan as it is now (rule 71). */
export function Compare({ caseId, plan, from, to }: CompareProps) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const earlier = from ?? plan.versions.at(-1)?.number ?? 0;
  const go = (search: { from: number; to?: number | undefined }) =>
    void navigate({
      to: '/cases/$caseId/plan-record',
      params: { caseId },
      search: { view: 'compare', ...search },
      replace: true,
    });
  const versions = [...plan.versions].reverse().map(({ number, frozenAt }) => ({
    value: String(number),
    label: t`Version ${number}, ${i18n.date(frozenAt, { dateStyle: 'medium' })}`,
  }));
  const now = { value: NOW, label: t`The plan as it is now` };
  return (
    <Stack gap="large">
      <Columns>
        <Select
          label={t`From`}
          choices={versions}
          value={String(earlier)}
          onChange={(chosen) => chosen && go({ from: Number(chosen), to })}
        />
        <Select
          label={t`To`}
          choices={[now, ...versions]}
          value={to === undefined ? NOW : String(to)}
          onChange={(chosen) =>
            chosen && go({ from: earlier, to: chosen === NOW ? undefined : Number(chosen) })
          }
        />
      </Columns>
      <Compared caseId={caseId} from={earlier} to={to} />
    </Stack>
  );
}

interface ComparedProps {
  caseId: string;
  from: number;
  /** Absent: the plan as it is now. */
  to: number | undefined;
}

/** What is different from one moment to the other. */
export function Compared({ caseId, from, to }: ComparedProps) {
  const { t } = useLingui();
  const { data, fault, retry } = useQuery(
    PlanCompareDocument,
    { id: caseId, from, ...(to === undefined ? {} : { to }) },
    { touches },
  );
  if (!data) return fault ? <FaultNotice fault={fault} retry={retry} /> : <SkeletonRows rows={6} />;
  const plan = data.case?.plan;
  const goals = [
    ...(plan?.goals ?? []),
    ...(plan?.versions ?? []).flatMap(({ reading }) => reading?.goals ?? []),
  ];
  const own = new Set(goals.filter((goal) => goal.inYouthWords).map((goal) => goal.text));
  return plan?.compare ? (
    <Differences of={plan.compare} own={own} />
  ) : (
    <Section title={t`These cannot be compared`}>
      <p>{t`One of the two versions is not there. Choose another.`}</p>
    </Section>
  );
}
