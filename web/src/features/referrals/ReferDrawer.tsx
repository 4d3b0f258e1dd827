import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { graphql, useQuery } from '~/gql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Drawer, SkeletonRows } from '~/ui';
import type { ReferProps } from './LazyReferDrawer';
import { ReferDone } from './ReferDone';
import { ReferForm } from './ReferForm';
import type { Sent } from './useSending';

const StepDocument = graphql(`
  query ReferCase($id: ID!) {
    case(id: $id) {
      id alias jurisdiction
      plan { id goals { id domain steps { id text } } }
    }
  }
`);

/** One need, one to three services, and then what to say to each of them. */
export function ReferDrawer(props: ReferProps) {
  const { t } = useLingui();
  const [done, setDone] = useState<readonly Sent[]>();
  return (
    <Drawer
      opened
      onClose={props.onClose}
      title={done ? t`Referred. What is next` : t`Refer to a service`}
    >
      {done ? (
        <ReferDone sent={done} onClose={props.onClose} />
      ) : props.caseId ? (
        <OfCase {...props} caseId={props.caseId} onDone={setDone} />
      ) : (
        <ReferForm {...props} onDone={setDone} />
      )}
    </Drawer>
  );
}

interface OfCaseProps extends ReferProps {
  caseId: string;
  onDone: (sent: readonly Sent[]) => void;
}

/** The case is known: its state, and the step that the service is for, are where to begin. */
function OfCase({ caseId, stepId, ...rest }: OfCaseProps) {
  const { data, fault, retry } = useQuery(StepDocument, { id: caseId });
  if (!data) return fault ? <FaultNotice fault={fault} retry={retry} /> : <SkeletonRows rows={6} />;
  const goals = data.case?.plan?.goals ?? [];
  const goal = goals.find(({ steps }) => steps.some(({ id }) => id === stepId));
  const step = goal?.steps.find(({ id }) => id === stepId);
  return (
    <ReferForm
      {...rest}
      caseId={caseId}
      of={data.case ?? undefined}
      step={step && goal ? { ...step, domain: goal.domain } : undefined}
    />
  );
}
