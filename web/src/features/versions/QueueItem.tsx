import { Trans, useLingui } from '@lingui/react/macro';
import type { RefObject } from 'react';
import { agreement, useWords } from '~/features/words';
import { useViewer } from '~/gql';
import { ButtonLink, Day, Hideable, Notice, Row, Section, Stack } from '~/ui';
import { Compared } from './Compare';
import { Decide } from './Decide';
import type { Waiting } from './Queue';
import { ReadVersion } from './ReadVersion';
import css from './versions.module.css';

interface QueueItemProps {
  row: Waiting;
  /** The button that approves, for the key that leads to it. */
  decide: RefObject<HTMLButtonElement | null>;
}

/** One version with what is different since a supervisor approved one last, and the decision. */
export function QueueItem({ row, decide }: QueueItemProps) {
  const { t } = useLingui();
  const { word } = useWords();
  const viewer = useViewer();
  const { plan, number, frozenAt, frozenBy, why, youthAgreement } = row;
  if (!plan) return null;
  const { id: caseId, alias } = plan.case;
  const before = plan.versions.findLast(
    (version) => version.number < number && version.approvals[0]?.decision === 'APPROVED',
  )?.number;
  return (
    <Stack gap="large">
      <Section
        title={
          <>
            <Hideable>{alias}</Hideable>, {t`version ${number}`}
          </>
        }
        actions={
          <Row>
            <ButtonLink
              look="quiet"
              to="/cases/$caseId/plan-record"
              params={{ caseId }}
              search={{ view: 'read', version: number }}
            >
              {t`Read all of it`}
            </ButtonLink>
            <ButtonLink
              look="quiet"
              to="/cases/$caseId"
              params={{ caseId }}
              search={{ tab: 'plan' }}
            >
              {t`To the plan`}
            </ButtonLink>
          </Row>
        }
      >
        <Stack>
          <p className="t-soft">
            <Trans>
              Frozen by {frozenBy?.name} on <Day value={frozenAt} />
            </Trans>
          </p>
          {why ? <p className={css.words}>{why}</p> : null}
          <p>{t`The young person: ${word(agreement, youthAgreement)}`}</p>
          {frozenBy?.id === viewer.user.id ? (
            <Notice title={t`Somebody else approves this one`}>
              {t`You froze this version yourself. Nobody approves their own work.`}
            </Notice>
          ) : (
            <Decide row={row} planId={plan.id} approve={decide} />
          )}
        </Stack>
      </Section>
      {before === undefined ? (
        <>
          <p>{t`No version of this plan was approved before: all of it is new.`}</p>
          <ReadVersion caseId={caseId} alias={alias} number={number} />
        </>
      ) : (
        <>
          <p>{t`What is different since version ${before}, which was approved.`}</p>
          <Compared caseId={caseId} from={before} to={number} />
        </>
      )}
    </Stack>
  );
}
