import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { useWords } from '~/features/words';
import type { DisclosureRefusal } from '~/gql/generated/enums';
import { Link, Moment } from '~/ui';
import { refusalWords } from './words';

export interface StepSharingProps {
  with: string | null;
  sharing: {
    refusal?: DisclosureRefusal | null;
    recipient?: { organizationName: string } | null;
    release?: { expiresAt: string } | null;
  };
}

/** Whether a release covers what a step has to tell somebody outside, and which is missing (rule 73). */
export function StepSharing({ sharing, with: named }: StepSharingProps) {
  const { t } = useLingui();
  const { word } = useWords();
  const { caseId } = useParams({ strict: false });
  const whom = sharing.recipient?.organizationName ?? named ?? t`somebody outside`;
  return (
    <div className="t-soft">
      {sharing.release ? (
        <Trans>
          Needs sharing with {whom}: a release covers it until{' '}
          <Moment value={sharing.release.expiresAt} />
        </Trans>
      ) : (
        <>
          <Trans>Needs sharing with {whom}.</Trans>{' '}
          {sharing.recipient
            ? sharing.refusal
              ? word(refusalWords, sharing.refusal)
              : null
            : t`A release names one service of the directory: choose it in the step.`}{' '}
          {caseId ? (
            <Link to="/cases/$caseId" params={{ caseId }} search={{ tab: 'releases' }}>
              {t`To the releases`}
            </Link>
          ) : null}
        </>
      )}
    </div>
  );
}
