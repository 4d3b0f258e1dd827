import { useLingui } from '@lingui/react/macro';
import { IconPhonePlus, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { FromTemplate } from '~/features/plans/FromTemplate';
import { AssignDrawer } from '~/features/team/AssignDrawer';
import { may } from '~/gql';
import { useOverlays } from '~/shell/overlays';
import { Button, Row } from '~/ui';
import type { FullCase } from './CasePage';
import { CourseMenu } from './CourseMenu';
import { PrepareStaffing } from './PrepareStaffing';

/** What is done to the whole case. What somebody may not do is absent. */
export function CaseActions({ of }: { of: FullCase }) {
  const { t } = useLingui();
  const overlays = useOverlays();
  const [assigning, setAssigning] = useState(false);
  return (
    <Row>
      {may(of.can, 'CASE_ASSIGN') ? (
        <>
          <Button
            icon={<IconUserPlus size={18} aria-hidden />}
            onClick={() => setAssigning(true)}
          >{t`Assign`}</Button>
          <AssignDrawer of={of} opened={assigning} onClose={() => setAssigning(false)} />
        </>
      ) : null}
      {may(of.can, 'CONTACT_LOG') ? (
        <Button
          look="main"
          icon={<IconPhonePlus size={18} aria-hidden />}
          onClick={() => overlays.open('log')}
        >{t`Log a contact`}</Button>
      ) : null}
      {may(of.can, 'PLAN_EDIT') ? <FromTemplate caseId={of.id} /> : null}
      {may(of.can, 'STAFFING_SCHEDULE') ? <PrepareStaffing caseId={of.id} /> : null}
      <CourseMenu of={of} />
    </Row>
  );
}
