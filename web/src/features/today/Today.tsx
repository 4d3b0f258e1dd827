import { useLingui } from '@lingui/react/macro';
import { lazy, Suspense } from 'react';
import { useCan, useViewer } from '~/gql';
import { withWords } from '~/i18n';
import { Columns, Day, Page, SkeletonRows } from '~/ui';
import { HandOvers } from './HandOvers';
import { NextStaffings } from './NextStaffings';
import { OtherPlaces } from './OtherPlaces';
import { ParkedMail } from './ParkedMail';
import { PlansToApprove } from './PlansToApprove';
import { TodayCases } from './TodayCases';
import { WaitingReferrals } from './WaitingReferrals';
import { WaitingRequests } from './WaitingRequests';

const DueClocks = lazy(() =>
  withWords('clocks', import('~/features/clocks/DueClocks')).then((m) => ({
    default: m.DueClocks,
  })),
);
const Asking = lazy(() =>
  withWords('releases', import('~/features/releases/Asking')).then((m) => ({
    default: m.Asking,
  })),
);

const CasesToReview = lazy(() =>
  withWords('observations', import('~/features/observations/CasesToReview')).then((m) => ({
    default: m.CasesToReview,
  })),
);

const FollowUps = lazy(() =>
  withWords('requests', import('~/features/requests/FollowUps')).then((m) => ({
    default: m.FollowUps,
  })),
);

const Curation = lazy(() =>
  withWords('curation', import('~/features/curation/OnToday')).then((m) => ({
    default: m.OnToday,
  })),
);

/** What waits for this person today. Each part asks for itself, and fails for itself. */
export function Today() {
  const { t, i18n } = useLingui();
  const viewer = useViewer();
  const leads = useCan('CASE_ASSIGN');
  const seesWork = useCan('PLAN_VIEW');
  const seesRequests = useCan('REQUEST_VIEW');
  const seesReferrals = useCan('REFERRAL_VIEW');
  const seesStaffings = useCan('STAFFING_VIEW');
  const seesMail = useCan('MAIL_VIEW');
  const seesClocks = useCan('CLOCK_VIEW');
  const seesReleases = useCan('RELEASE_VIEW');
  const approves = useCan('PLAN_APPROVE');
  const reviews = useCan('OBSERVATION_REVIEW');
  const curates = useCan('SERVICE_RECORD');
  const none = !seesWork && !seesRequests && !seesStaffings && !seesMail && !curates;
  const view = leads ? 'TEAM' : 'MINE';
  const day = i18n.date(new Date(), { dateStyle: 'full' });
  return (
    <Page title={t`Today`} lead={`${viewer.user.name}, ${day}`}>
      {seesWork ? <HandOvers /> : null}
      <Columns wide>
        {curates ? (
          <Suspense fallback={<SkeletonRows rows={4} />}>
            <Curation />
          </Suspense>
        ) : null}
        {seesRequests ? <WaitingRequests /> : null}
        {seesRequests ? (
          <Suspense fallback={null}>
            <FollowUps />
          </Suspense>
        ) : null}
        {seesClocks ? (
          <Suspense fallback={<SkeletonRows rows={4} />}>
            <DueClocks view={view} />
          </Suspense>
        ) : null}
        {leads ? (
          <TodayCases
            title={t`Without a specialist`}
            filter={{ view, noSpecialist: true }}
            order="OPENED_NEWEST"
            all="no-specialist"
            none={t`Every case has a specialist.`}
            detail={(row) => (
              <>
                {t`opened`} {row.openedAt ? <Day value={row.openedAt} /> : null}
              </>
            )}
          />
        ) : null}
        {seesWork ? (
          <>
            <TodayCases
              title={t`No contact for 14 days`}
              filter={{ view, noContactDays: 14 }}
              order="LAST_CONTACT_FIRST_OLDEST"
              all="no-contact-14"
              none={t`Every family was spoken with in the last 14 days.`}
              detail={(row) =>
                row.lastContactAt ? (
                  <>
                    {t`last contact`} <Day value={row.lastContactAt} />
                  </>
                ) : (
                  t`no contact yet`
                )
              }
            />
            <TodayCases
              title={t`Plan reviews overdue`}
              filter={{ view, reviewOverdue: true }}
              order="NEXT_REVIEW"
              all="review-overdue"
              none={t`No review is overdue.`}
              detail={(row) =>
                row.nextReviewOn ? (
                  <>
                    {t`was due`} <Day value={row.nextReviewOn} />
                  </>
                ) : null
              }
            />
            <TodayCases
              title={t`Plans that wait for the youth's voice`}
              filter={{ view, withoutYouthVoice: true }}
              order="NEXT_REVIEW"
              all="no-voice"
              none={t`Every plan has the young person's voice, or says why it is not there yet.`}
              detail={() => null}
            />
          </>
        ) : null}
        {approves ? <PlansToApprove /> : null}
        {reviews ? (
          <Suspense fallback={<SkeletonRows rows={3} />}>
            <CasesToReview />
          </Suspense>
        ) : null}
        {seesReferrals ? <WaitingReferrals view={view} /> : null}
        {seesReleases ? (
          <Suspense fallback={<SkeletonRows rows={2} />}>
            <Asking />
          </Suspense>
        ) : null}
        {seesStaffings ? <NextStaffings /> : null}
        {seesMail ? <ParkedMail /> : null}
      </Columns>
      {none ? <OtherPlaces /> : null}
    </Page>
  );
}
