import { Trans, useLingui } from '@lingui/react/macro';
import { useWords } from '~/features/words';
import { Day, Moment, Narrative, Quote, Row, StatusPill } from '~/ui';
import css from './away.module.css';
import type { Conversation } from './parts';
import { awayExperience, leavingFactor, youthAnswer } from './words';

/** One conversation: that it was offered, and folded, what the young person chose to tell. */
export function ConversationCard({ said, who }: { said: Conversation; who: string }) {
  const { t } = useLingui();
  const { word } = useWords();
  const list = [
    {
      label: t`What led to leaving:`,
      words:
        said.factors.map((one) => word(leavingFactor, one)).join(', ') ||
        (said.factorsAnswer ? word(youthAnswer, said.factorsAnswer) : ''),
    },
    {
      label: t`While away:`,
      words:
        said.experiences.map((one) => word(awayExperience, one)).join(', ') ||
        (said.experiencesAnswer ? word(youthAnswer, said.experiencesAnswer) : ''),
    },
    { label: t`The worker adds:`, words: said.note ?? '' },
  ].filter(({ words }) => words);
  return (
    <article className={css.card}>
      <Row justify="between">
        <strong>
          <Trans>
            Offered <Moment value={said.offeredAt} />
          </Trans>
        </strong>
        <StatusPill tone={said.answer === 'ANSWERED' ? 'done' : 'calm'}>
          {word(youthAnswer, said.answer)}
        </StatusPill>
      </Row>
      {said.reOfferOn ? (
        <div>
          <Trans>
            Offered again on <Day value={said.reOfferOn} />
          </Trans>
        </div>
      ) : null}
      {said.recordedBy ? (
        <div className="t-soft">{t`written down by ${said.recordedBy.name}`}</div>
      ) : null}
      {list.length || said.youthWords ? (
        <Narrative note={t`what was told of the time away`}>
          {said.youthWords ? (
            <Quote who={who} when={said.offeredAt}>
              {said.youthWords}
            </Quote>
          ) : null}
          {list.map(({ label, words }) => (
            <p key={label}>
              <strong>{label}</strong> {words}
            </p>
          ))}
        </Narrative>
      ) : null}
    </article>
  );
}
