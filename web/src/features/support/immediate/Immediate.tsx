import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { graphql, useAct, useMutation } from '~/gql';
import { Button, Drawer, List, Notice, newKey, Section, Stack, StatusPill } from '~/ui';
import { type ImmediateStep, isAway, type SupportedCase } from '../query';
import { ActivateForm } from './ActivateForm';
import { ImmediateRow } from './ImmediateRow';
import { Reminders } from './Reminders';
import { SectionForm } from './SectionForm';
import { Since } from './Since';

const StartDocument = graphql(`
  mutation ImmediatePlanStart($input: ImmediatePlanStartInput!) {
    immediatePlanStart(input: $input) {
      ... on ImmediatePlanStartSuccess { plan { id version case { id } } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

interface ImmediateProps {
  of: SupportedCase;
  edits: boolean;
  activates: boolean;
}

/** The first hours after a child is found: written while they are away, then gone through step by step (rules 63, 64). */
export function Immediate({ of, edits, activates }: ImmediateProps) {
  const { t } = useLingui();
  const start = useMutation(StartDocument);
  const act = useAct();
  const [writing, setWriting] = useState<ImmediateStep>();
  const close = () => setWriting(undefined);
  const plan = of.immediatePlan;
  const away = isAway(of.whereabouts);
  const begin = edits && (!plan || (plan.state === 'ACTIVE' && away));
  return (
    <Section
      title={t`The first hours after they are found`}
      actions={
        away ? <StatusPill tone="care">{t`Written while they are away`}</StatusPill> : undefined
      }
    >
      <Stack>
        {act.problem ? (
          <Notice tone="problem" onDismiss={act.dismiss}>
            {act.problem}
          </Notice>
        ) : null}
        {plan ? <Since plan={plan} /> : null}
        {plan ? null : (
          <p className={away ? undefined : 't-soft'}>
            {away
              ? t`They are away now. Write down together what happens in the first hours, so that it is ready when they are found.`
              : t`No immediate plan is written.`}
          </p>
        )}
        {begin ? (
          <div>
            <Button
              look={away ? 'main' : 'second'}
              busy={act.busy}
              onClick={() =>
                void act.run(() => start({ input: { clientMutationKey: newKey(), case: of.id } }))
              }
            >
              {plan ? t`Start a new one for this time away` : t`Start the immediate plan`}
            </Button>
          </div>
        ) : null}
        {plan ? (
          <>
            <Reminders plan={plan} />
            <List items={plan.sections} itemKey={(one) => one.section} label={t`The first hours`}>
              {(step) => (
                <ImmediateRow
                  planId={plan.id}
                  step={step}
                  edits={edits}
                  onWrite={() => setWriting(step)}
                />
              )}
            </List>
            {plan.state === 'DRAFT' && activates ? <ActivateForm plan={plan} /> : null}
          </>
        ) : null}
      </Stack>
      <Drawer
        opened={writing !== undefined}
        onClose={close}
        title={t`The first hours after they are found`}
      >
        {plan && writing ? (
          <SectionForm
            key={writing.section}
            of={of}
            plan={plan}
            step={writing}
            onNext={setWriting}
            onClose={close}
          />
        ) : null}
      </Drawer>
    </Section>
  );
}
