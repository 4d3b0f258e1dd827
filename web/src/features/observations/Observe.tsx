import { useState } from 'react';
import type { FollowUp, ReportedTo } from '~/gql/generated/graphql';
import { FollowUpNext } from './FollowUpNext';
import { ObservationForm } from './ObservationForm';
import type { SeenObservation } from './Observed';
import { ReportForm } from './ReportForm';
import type { Beginning } from './values';

interface ObserveProps {
  caseId: string;
  /** The observation that is corrected; a new one, when absent. */
  of?: SeenObservation | undefined;
  begin: Beginning;
  onClose: () => void;
}

/** Writing an observation down, and then the matching action of what was chosen to follow. */
export function Observe({ caseId, of, begin, onClose }: ObserveProps) {
  const [chosen, setChosen] = useState<FollowUp>();
  const [report, setReport] = useState<ReportedTo>();
  if (report) return <ReportForm caseId={caseId} to={report} onClose={onClose} />;
  if (chosen) {
    return (
      <FollowUpNext caseId={caseId} followUp={chosen} onReport={setReport} onClose={onClose} />
    );
  }
  return (
    <ObservationForm
      caseId={caseId}
      of={of}
      begin={begin}
      onBack={onClose}
      // What was chosen before has been offered before.
      onSaved={(next) => (next === of?.followUp ? onClose() : setChosen(next))}
    />
  );
}
