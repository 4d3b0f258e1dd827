import { Trans, useLingui } from '@lingui/react/macro';
import { daysOf } from '~/days';
import { Day, NumberLink, Numbers, Section } from '~/ui';
import type { BoardData } from './Board';

/** What waits for somebody, each number with the day it goes by. */
export function Waiting({ board }: { board: BoardData }) {
  const { t } = useLingui();
  const days = daysOf(board.asOf);
  return (
    <Section title={t`What waits`} plain>
      <Numbers label={t`What waits`}>
        <NumberLink
          to="/cases"
          search={{ view: 'no-specialist', whose: 'team' }}
          value={board.withoutSpecialist}
          label={t`Cases without a specialist`}
          detail={
            <Trans>
              open on <Day value={days.today} />
            </Trans>
          }
        />
        <NumberLink
          to="/cases"
          search={{ view: 'no-voice', whose: 'team' }}
          value={board.withoutYouthVoice}
          label={t`Plans without the youth's voice`}
          detail={
            <Trans>
              open on <Day value={days.today} />
            </Trans>
          }
        />
        <NumberLink
          to="/cases"
          search={{ view: 'review-overdue', whose: 'team' }}
          value={board.reviewsOverdue}
          label={t`Plan reviews overdue`}
          detail={
            <Trans>
              were due by <Day value={days.yesterday} />
            </Trans>
          }
        />
        <NumberLink
          to="/referrals"
          search={{ view: 'team', part: 'waiting' }}
          value={board.referralsWaiting}
          label={t`Referrals without an answer`}
          detail={
            <Trans>
              waiting on <Day value={days.today} />
            </Trans>
          }
        />
        <NumberLink
          to="/requests"
          search={{ due: 'late' }}
          value={board.requests.overdue}
          label={t`Requests whose first answer is overdue`}
          detail={
            <Trans>
              waiting on <Day value={days.today} />
            </Trans>
          }
        />
        <NumberLink
          to="/requests"
          search={{ due: 'soon' }}
          value={board.requests.dueSoon}
          label={t`Requests to be answered soon`}
          detail={t`a quarter of the time left, or less`}
        />
        <NumberLink
          to="/cases"
          search={{ view: 'no-contact-14', whose: 'team' }}
          value={board.noContact14Days}
          label={t`Families without contact for 14 days`}
          detail={
            <Trans>
              none after <Day value={days.fourteenBefore} />
            </Trans>
          }
        />
        <NumberLink
          to="/cases"
          search={{ view: 'no-contact-30', whose: 'team' }}
          value={board.noContact30Days}
          label={t`Families without contact for 30 days`}
          detail={
            <Trans>
              none after <Day value={days.thirtyBefore} />
            </Trans>
          }
        />
      </Numbers>
    </Section>
  );
}
