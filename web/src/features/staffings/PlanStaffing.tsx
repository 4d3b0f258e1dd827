import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { Drawer } from '~/ui';
import { PlanForm } from './PlanForm';

interface PlanStaffingProps {
  opened: boolean;
  onClose: () => void;
  /** The case that is open: it is on the agenda from the start. */
  about?: { id: string; alias: string };
}

/** Planning a staffing over any page. Closing it is going back: the server keeps the draft. */
export function PlanStaffing({ opened, onClose, about }: PlanStaffingProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  return (
    <Drawer opened={opened} onClose={onClose} title={t`Plan a staffing`}>
      <PlanForm
        about={about}
        onClose={onClose}
        onPlanned={
          about
            ? undefined
            : (staffingId) =>
                void navigate({ to: '/staffings/$staffingId', params: { staffingId } })
        }
      />
    </Drawer>
  );
}
