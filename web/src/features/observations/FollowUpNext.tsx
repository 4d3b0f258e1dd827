import { useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import type { FollowUp, ReportedTo } from '~/gql/generated/graphql';
import { useOverlays } from '~/shell/overlays';
import { Button, ButtonLink, Notice, Row, Stack } from '~/ui';

interface FollowUpNextProps {
  caseId: string;
  followUp: FollowUp;
  onReport: (to: ReportedTo) => void;
  onClose: () => void;
}

/** It is saved; the action that belongs to what was chosen, at hand (rule 3). */
export function FollowUpNext({ caseId, followUp, onReport, onClose }: FollowUpNextProps) {
  const { t } = useLingui();
  const overlays = useOverlays();
  const here = useParams({ strict: false }).caseId === caseId;
  const told: Record<FollowUp, string> = {
    ASK_MORE: t`Ask at a good moment, at their pace. What they have told already need not be asked again.`,
    CYBERTIPLINE_REPORT: t`Report online or at 1-800-843-5678. Write it down here when it is done.`,
    CONNECT_RESOURCE: t`Look for a service that fits what they want.`,
    MANDATED_REPORT: t`Call the state line for children now. The clock is running; the agency, the person and the number they give end it.`,
    RECORDED_REVIEWED: t`It is marked for a supervisor until one has looked at it.`,
  };
  const refer = () => {
    onClose();
    overlays.open('refer');
  };
  const action: Record<FollowUp, React.ReactNode> = {
    ASK_MORE: null,
    CYBERTIPLINE_REPORT: (
      <Button
        look="main"
        onClick={() => onReport('CYBERTIPLINE')}
      >{t`Write down the report`}</Button>
    ),
    CONNECT_RESOURCE: here ? (
      <Button look="main" onClick={refer}>{t`Refer to a service`}</Button>
    ) : (
      <ButtonLink to="/resources" search={{ case: caseId }}>{t`Look in the directory`}</ButtonLink>
    ),
    MANDATED_REPORT: (
      <Button
        look="main"
        onClick={() => onReport('CPS_HOTLINE')}
      >{t`Write down the report`}</Button>
    ),
    RECORDED_REVIEWED: null,
  };
  return (
    <Stack>
      <Notice tone="good" title={t`The observation is saved`}>
        {told[followUp]}
      </Notice>
      <Row>
        {action[followUp]}
        <Button look="quiet" onClick={onClose}>{t`Close`}</Button>
      </Row>
    </Stack>
  );
}
