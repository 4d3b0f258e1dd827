import { useLingui } from '@lingui/react/macro';
import { graphql } from '~/gql';
import type { PlanComparisonPartsFragment } from '~/gql/generated/graphql';
import { Section, Stack } from '~/ui';
import { Changed } from './Changed';
import { type Difference, together } from './together';

/** What is different between two moments of a plan. */
export const PlanComparisonParts = graphql(`
  fragment PlanComparisonParts on PlanComparison {
    material
    differences {
      kind part label field before after material
      colleagueBefore { id name }
      colleagueAfter { id name }
      serviceBefore { id name }
      serviceAfter { id name }
    }
  }
`);

interface DifferencesProps {
  of: PlanComparisonPartsFragment;
  /** Texts that are the young person's own words: they are quoted. */
  own: ReadonlySet<string>;
}

/** First what was agreed on and says something else now; then how things went on. */
export function Differences({ of, own }: DifferencesProps) {
  const { t } = useLingui();
  const agreed = of.differences.filter(({ material }) => material);
  const progress = of.differences.filter(({ material }) => !material);
  return (
    <Stack gap="large">
      <Part
        title={t`What was agreed on`}
        none={t`Nothing of what was agreed on is different.`}
        differences={agreed}
        own={own}
      />
      {progress.length ? (
        <Part
          title={t`How things went on`}
          lead={t`None of this needs a new approval.`}
          differences={progress}
          own={own}
        />
      ) : null}
    </Stack>
  );
}

interface PartProps {
  title: string;
  lead?: string;
  none?: string;
  differences: readonly Difference[];
  own: ReadonlySet<string>;
}

function Part({ title, lead, none, differences, own }: PartProps) {
  return (
    <Section title={title}>
      <Stack>
        {lead ? <p className="t-soft">{lead}</p> : null}
        {differences.length === 0 ? <p>{none}</p> : null}
        {together(differences).map((group) => (
          <Changed key={group.key} group={group} own={own} />
        ))}
      </Stack>
    </Section>
  );
}
