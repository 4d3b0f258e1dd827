import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from '~/gql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Drawer, SkeletonRows } from '~/ui';
import { PickGoals } from './PickGoals';
import { PickTemplate } from './PickTemplate';
import { type Offered, OfferedDocument } from './query';
import { TakeForm } from './TakeForm';

interface TakeDrawerProps {
  caseId: string;
  onClose: () => void;
  onDone: () => void;
}

/** From a situation to a plan's draft: which template, which goals, who and by when. */
export function TakeDrawer({ caseId, onClose, onDone }: TakeDrawerProps) {
  const { t } = useLingui();
  const [template, setTemplate] = useState<Offered>();
  const [chosen, setChosen] = useState<number[]>([]);
  const [writing, setWriting] = useState(false);
  const { data, fault, retry } = useQuery(
    OfferedDocument,
    { case: caseId },
    { fresh: true, touches: ['PlanTemplate', 'RecoveryPlan'] },
  );
  const version = template?.current;
  const body = () => {
    if (!data)
      return fault ? <FaultNotice fault={fault} retry={retry} /> : <SkeletonRows rows={5} />;
    if (!data.case || !version) {
      return (
        <PickTemplate
          templates={data.planTemplates}
          onPick={(next) => {
            setTemplate(next);
            setChosen([]);
          }}
        />
      );
    }
    return writing ? (
      <TakeForm
        of={data.case}
        version={version}
        chosen={chosen}
        colleagues={data.colleagues}
        onBack={() => setWriting(false)}
        onDone={onDone}
      />
    ) : (
      <PickGoals
        key={version.id}
        version={version}
        chosen={chosen}
        onChoose={setChosen}
        onNext={() => setWriting(true)}
        onBack={() => setTemplate(undefined)}
      />
    );
  };
  return (
    <Drawer opened onClose={onClose} title={template?.title ?? t`Plan from a template`}>
      {body()}
    </Drawer>
  );
}
