import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense } from 'react';
import { graphql, useQuery } from '~/gql';
import type { BoardQuery } from '~/gql/generated/graphql';
import { withWords } from '~/i18n';
import { FaultNotice } from '~/shell/FaultNotice';
import { Needs } from '~/shell/Needs';
import { Columns, Moment, Page, SkeletonRows, Stack } from '~/ui';
import { Caseloads } from './Caseloads';
import { ContactWeeks } from './ContactWeeks';
import { NextStaffings } from './NextStaffings';
import { Waiting } from './Waiting';

const BoardClocks = lazy(() =>
  withWords('clocks', import('~/features/clocks/BoardClocks')).then((m) => ({
    default: m.BoardClocks,
  })),
);

/** The whole dashboard in one question. */
const BoardDocument = graphql(`
  query Board {
    board {
      asOf
      withoutSpecialist withoutYouthVoice reviewsOverdue referralsWaiting
      noContact14Days noContact30Days
      caseloads { openCases alert specialist { id name } }
      contactsByWeek { weekOf contacts }
      clocks { endedSince overdue dueSoon notDue met metLate waived notApplicable }
      requests { overdue dueSoon }
      nextStaffings {
        id type at facilitator { id name }
        cases { id alias }
      }
    }
  }
`);
export type BoardData = BoardQuery['board'];

/** What the teams carry and what waits. Numbers of work and of promises, none about a child. */
export function Board() {
  return (
    <Needs act="BOARD_VIEW">
      <BoardScreen />
    </Needs>
  );
}

function BoardScreen() {
  const { t } = useLingui();
  const { data, fault, retry } = useQuery(
    BoardDocument,
    {},
    {
      fresh: true,
      touches: [
        'Case',
        'SupportContact',
        'Staffing',
        'Referral',
        'RecoveryPlan',
        'Clock',
        'Request',
      ],
    },
  );
  const board = data?.board;
  return (
    <Page
      title={t`Case-staffing board`}
      lead={
        board ? (
          <Trans>
            Open cases of my teams, counted <Moment value={board.asOf} />. Each number leads to its
            rows.
          </Trans>
        ) : undefined
      }
    >
      {fault ? <FaultNotice fault={fault} retry={retry} /> : null}
      {!board && !fault ? <SkeletonRows rows={8} /> : null}
      {board ? (
        <Stack gap="large">
          <Waiting board={board} />
          <Suspense fallback={<SkeletonRows rows={2} />}>
            <BoardClocks counts={board.clocks} />
          </Suspense>
          <Columns wide>
            <Caseloads loads={board.caseloads} />
            <ContactWeeks weeks={board.contactsByWeek} />
          </Columns>
          <NextStaffings staffings={board.nextStaffings} />
        </Stack>
      ) : null}
    </Page>
  );
}
