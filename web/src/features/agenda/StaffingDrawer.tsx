import { useLingui } from '@lingui/react/macro';
import { useQuery } from '~/gql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Drawer, SkeletonRows } from '~/ui';
import { PrepareForm } from './PrepareForm';
import { PrepareStaffingDocument } from './query';

interface StaffingDrawerProps {
  caseId: string;
  onClose: () => void;
  onDone: (staffing: string) => void;
}

/** A staffing of the case that is open, with an agenda that is built of how the case stands. */
export function StaffingDrawer({ caseId, onClose, onDone }: StaffingDrawerProps) {
  const { t } = useLingui();
  const { data, fault, retry } = useQuery(PrepareStaffingDocument, { id: caseId }, { fresh: true });
  return (
    <Drawer opened onClose={onClose} title={t`Prepare a staffing`}>
      {data?.case ? (
        <PrepareForm of={data.case} onClose={onClose} onDone={onDone} />
      ) : fault ? (
        <FaultNotice fault={fault} retry={retry} />
      ) : (
        <SkeletonRows rows={6} />
      )}
    </Drawer>
  );
}
