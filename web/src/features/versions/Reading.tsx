import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { planState, strengthKind, useWords, voiceKind } from '~/features/words';
import { Day, Facts, List, Quote, Section, Stack } from '~/ui';
import type { Reading as PlanReading } from './query';
import { ReadGoal } from './ReadGoal';
import { ReadPapers } from './ReadPapers';

interface ReadingProps {
  title: ReactNode;
  reading: PlanReading;
  /** Whose plan it is: the working name. */
  alias: string;
}

/** A plan as it was, only to read: the young person's words first, as in the plan itself. */
export function Reading({ title, reading, alias }: ReadingProps) {
  const { t } = useLingui();
  const { word } = useWords();
  const unknown = t`Not recorded`;
  return (
    <Section title={title}>
      <Stack gap="large">
        {reading.voiceWords ? (
          <Quote who={alias}>{reading.voiceWords}</Quote>
        ) : (
          <p>
            {reading.voiceKind
              ? word(voiceKind, reading.voiceKind)
              : t`The young person's voice was not recorded yet.`}
            {reading.voiceNote ? `: ${reading.voiceNote}` : null}
          </p>
        )}
        <Facts
          items={[
            {
              label: t`Where it stood`,
              value: reading.state ? word(planState, reading.state) : unknown,
            },
            {
              label: t`To be looked at again`,
              value: reading.reviewOn ? <Day value={reading.reviewOn} /> : unknown,
            },
            {
              label: t`The right not to take part`,
              value: reading.rightExplainedOn ? (
                <Trans>
                  explained on <Day value={reading.rightExplainedOn} />
                </Trans>
              ) : (
                t`not explained yet`
              ),
            },
          ]}
        />
        <Stack gap="small">
          <h3>{t`What is strong`}</h3>
          {reading.strengths.length ? (
            <List
              items={reading.strengths}
              itemKey={({ kind, text }) => `${kind} ${text}`}
              label={t`What is strong`}
            >
              {({ kind, text }) => (
                <>
                  {text} <span className="t-soft">({word(strengthKind, kind)})</span>
                </>
              )}
            </List>
          ) : (
            <p className="t-soft">{t`No strength was written down yet.`}</p>
          )}
        </Stack>
        <Stack>
          <h3>{t`Goals and steps`}</h3>
          {reading.goals.length ? (
            reading.goals.map((goal, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: what is read back does not change
              <ReadGoal key={at} goal={goal} />
            ))
          ) : (
            <p className="t-soft">{t`There were no goals yet.`}</p>
          )}
        </Stack>
        <ReadPapers reading={reading} />
      </Stack>
    </Section>
  );
}
