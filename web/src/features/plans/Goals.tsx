import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { planDomain, useWords } from '~/features/words';
import type { GoalOwner, PlanDomain } from '~/gql/generated/graphql';
import { useOverlays } from '~/shell/overlays';
import { Button, Drawer, Hideable, Notice, Row, Section, Stack } from '~/ui';
import { GoalCard } from './GoalCard';
import { GoalForm } from './GoalForm';
import type { Goal, Plan, Step } from './query';

const owners: readonly GoalOwner[] = ['YOUTH', 'CAREGIVER', 'TEAM', 'COURT'];
const domains = Object.keys(planDomain) as PlanDomain[];

interface GoalsProps {
  plan: Plan;
  who: string;
  edits: boolean;
  /** Looks for a service that a step needs; absent for those who may not refer. */
  onFindService: ((step: Step) => void) | undefined;
}

/** Goals by whose they are, the young person's first (rule 66), and within that by domain. */
export function Goals({ plan, who, edits, onFindService }: GoalsProps) {
  const { t } = useLingui();
  const { word } = useWords();
  const [editing, setEditing] = useState<Goal | 'new'>();
  const overlays = useOverlays();
  const close = () => setEditing(undefined);
  const titles: Record<GoalOwner, string> = {
    YOUTH: t`Goals of ${who}`,
    CAREGIVER: t`Goals of caregivers`,
    TEAM: t`Goals of the team`,
    COURT: t`Goals of the court`,
  };
  const groups = owners
    .map((owner) => ({ owner, goals: plan.goals.filter((goal) => goal.owner === owner) }))
    .filter(({ goals }) => goals.length > 0);
  const noneOfTheirs = plan.goals.length > 0 && groups[0]?.owner !== 'YOUTH';
  return (
    <Section
      title={<span id="plan-goals">{t`Goals and steps`}</span>}
      actions={
        edits ? (
          <Row>
            <Button small onClick={() => setEditing('new')}>{t`Add a goal`}</Button>
            <Button
              small
              onClick={() => overlays.open('template')}
            >{t`Take from a template`}</Button>
          </Row>
        ) : undefined
      }
    >
      <Stack gap="large">
        {plan.goals.length === 0 ? (
          <p className="t-soft">{t`No goals yet. Begin with one that the young person names.`}</p>
        ) : null}
        {noneOfTheirs ? (
          <Notice title={t`None of these goals is the young person's own yet`}>
            {t`Ask what they would like to be different, and put it first.`}
          </Notice>
        ) : null}
        {groups.map(({ owner, goals }) => (
          <Stack key={owner}>
            <h3>{owner === 'YOUTH' ? <Hideable>{titles[owner]}</Hideable> : titles[owner]}</h3>
            {[...goals].sort(byDomain).map((goal) => (
              <GoalCard
                key={goal.id}
                goal={goal}
                domain={word(planDomain, goal.domain)}
                edits={edits}
                onChange={() => setEditing(goal)}
                onFindService={onFindService}
              />
            ))}
          </Stack>
        ))}
      </Stack>
      <Drawer
        opened={editing !== undefined}
        onClose={close}
        title={editing === 'new' ? t`Add a goal` : t`Change a goal`}
      >
        {editing ? (
          <GoalForm plan={plan} goal={editing === 'new' ? undefined : editing} onClose={close} />
        ) : null}
      </Drawer>
    </Section>
  );
}

const byDomain = (one: Goal, other: Goal) =>
  domains.indexOf(one.domain) - domains.indexOf(other.domain);
