import { Trans, useLingui } from '@lingui/react/macro';
import { useWords } from '~/features/words';
import type { BoardQuery } from '~/gql/generated/graphql';
import { Day, NumberLink, Numbers, Section } from '~/ui';
import type { ClockPart } from './search';
import { clockStatus } from './words';

/** How the clocks of the teams stand, each number a link to exactly those (rule 61). */
export function BoardClocks({ counts }: { counts: BoardQuery['board']['clocks'] }) {
  const { t } = useLingui();
  const { word } = useWords();
  const since = counts.endedSince;
  const numbers: { part: ClockPart; status: keyof typeof clockStatus; value: number }[] = [
    { part: 'overdue', status: 'OVERDUE', value: counts.overdue },
    { part: 'due-soon', status: 'DUE_SOON', value: counts.dueSoon },
    { part: 'not-due', status: 'NOT_DUE', value: counts.notDue },
    { part: 'met', status: 'MET', value: counts.met },
    { part: 'met-late', status: 'MET_LATE', value: counts.metLate },
    { part: 'waived', status: 'WAIVED', value: counts.waived },
    { part: 'not-applicable', status: 'NOT_APPLICABLE', value: counts.notApplicable },
  ];
  const runs = (part: ClockPart) => part === 'overdue' || part === 'due-soon' || part === 'not-due';
  return (
    <Section title={t`What is due by law or by agreement`} plain>
      <Numbers label={t`What is due by law or by agreement`}>
        {numbers.map(({ part, status, value }) => (
          <NumberLink
            key={part}
            to="/clocks"
            search={{ view: 'team', part, since }}
            value={value}
            label={word(clockStatus, status)}
            detail={
              runs(part) ? (
                t`running now`
              ) : (
                <Trans>
                  ended since <Day value={since} />
                </Trans>
              )
            }
          />
        ))}
      </Numbers>
    </Section>
  );
}
