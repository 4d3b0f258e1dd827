import { Trans, useLingui } from '@lingui/react/macro';
import { capability, capacity, serviceCategory, states, useWords } from '~/features/words';
import { capacityTones } from '~/features/words/tones';
import { Day, Hideable, Link, Moment, Row, Stack, StatusPill } from '~/ui';
import type { ListedEnquiry } from './Enquiries';
import css from './enquiries.module.css';
import { ageBand, linkState, linkTones, neededLanguage } from './words';

/** What was asked, and what each service answered so far. */
export function Enquiry({ enquiry }: { enquiry: ListedEnquiry }) {
  const { t } = useLingui();
  const { word } = useWords();
  const { ageBand: age } = enquiry;
  const said = [
    states[enquiry.state],
    ...(age ? [t`age ${word(ageBand, age)}`] : []),
    ...enquiry.languages.map((code) => word(neededLanguage, code)),
    ...enquiry.accepts.map((code) => word(capability, code)),
  ].join(', ');
  return (
    <Stack gap="small">
      <Row justify="between" align="top">
        <strong>{word(serviceCategory, enquiry.category)}</strong>
        <span className="t-soft">
          {enquiry.askedBy?.name ?? t`somebody who left`} · <Moment value={enquiry.askedAt} />
        </span>
      </Row>
      <div>
        {said}
        {enquiry.neededBy ? (
          <>
            {' · '}
            <Trans>
              by <Day value={enquiry.neededBy} />
            </Trans>
          </>
        ) : null}
      </div>
      <div className="t-soft">
        <Trans>They were told the reference {enquiry.reference}.</Trans>
      </div>
      <ul className={css.asked} aria-label={t`Answers`}>
        {enquiry.asked.map((one) => (
          <li key={one.id}>
            <Link to="/resources/$serviceId" params={{ serviceId: one.service.id }}>
              <Hideable>{one.service.name}</Hideable>
            </Link>
            <Answer of={one} />
            {one.text ? <blockquote className={css.text}>{one.text}</blockquote> : null}
          </li>
        ))}
      </ul>
    </Stack>
  );
}

/** What came back, with its day: an answer is as old as it is. */
function Answer({ of }: { of: ListedEnquiry['asked'][number] }) {
  const { t } = useLingui();
  const { word } = useWords();
  const { state, answeredAt } = of;
  return (
    <span className={css.answer}>
      {of.capacity ? (
        <StatusPill tone={capacityTones[of.capacity]}>{word(capacity, of.capacity)}</StatusPill>
      ) : (
        <StatusPill tone={linkTones[state]}>
          {of.answer === 'CALL_US' ? t`Asks to be called` : word(linkState, state)}
        </StatusPill>
      )}
      <span className="t-soft">
        {answeredAt ? (
          <Trans>
            said <Moment value={answeredAt} />
          </Trans>
        ) : state === 'WAITING' ? (
          <Trans>
            can answer until <Moment value={of.expiresAt} />
          </Trans>
        ) : state === 'EXPIRED' ? (
          <Trans>
            the link ended <Moment value={of.expiresAt} />
          </Trans>
        ) : null}
      </span>
    </span>
  );
}
