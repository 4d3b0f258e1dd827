import { useLingui } from '@lingui/react/macro';
import { ServiceReach } from '~/features/directory/ServiceReach';
import { helpful, referralOutcome, useWords } from '~/features/words';
import { Facts, Hideable, Link, Moment, Section } from '~/ui';
import type { FullReferral } from './ReferralPage';
import { Waits } from './Standing';

/** For whom, for which step, since when, with what outcome; and how to reach the service. */
export function ReferralFacts({ of }: { of: FullReferral }) {
  const { t } = useLingui();
  const { word } = useWords();
  const ended = [
    ...(of.outcome
      ? [{ label: t`What came of it`, value: word(referralOutcome, of.outcome) }]
      : []),
    ...(of.helpful
      ? [{ label: t`Did the young person find it helpful?`, value: word(helpful, of.helpful) }]
      : []),
  ];
  return (
    <>
      <Section title={t`About it`}>
        <Facts
          items={[
            ...ended,
            {
              label: t`Case`,
              value: (
                <Link
                  to="/cases/$caseId"
                  params={{ caseId: of.case.id }}
                  search={{ tab: 'referrals' }}
                >
                  <Hideable>{of.case.alias}</Hideable>
                </Link>
              ),
            },
            {
              label: t`Service`,
              value: (
                <Link to="/resources/$serviceId" params={{ serviceId: of.service.id }}>
                  <Hideable>{of.service.name}</Hideable>
                </Link>
              ),
            },
            {
              label: t`Sent`,
              value: of.requestedAt ? <Moment value={of.requestedAt} /> : t`not yet`,
            },
            { label: t`Waits for an answer since`, value: <Waits since={of.waitingSince} /> },
            ...(of.step
              ? [
                  {
                    label: t`Step of the plan`,
                    value: (
                      <Link
                        to="/cases/$caseId"
                        params={{ caseId: of.case.id }}
                        search={{ tab: 'plan' }}
                      >
                        {of.step.text}
                      </Link>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Section>
      <Section title={t`How to reach the service`}>
        <ServiceReach of={of.service} />
      </Section>
    </>
  );
}
