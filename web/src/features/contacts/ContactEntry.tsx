import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { LazyFolded } from '~/features/observations/LazyGraphic';
import {
  contactChannel,
  contactOutcome,
  contactType,
  crisisType,
  direction,
  familyNeed,
  useWords,
} from '~/features/words';
import { Day, Hideable, Moment, StatusPill } from '~/ui';
import type { LoggedContact } from './CaseContacts';
import css from './contacts.module.css';

/** One contact as it was logged: when, how, with whom, what was said and agreed. */
export function ContactEntry({ contact }: { contact: LoggedContact }) {
  const { t } = useLingui();
  const { word } = useWords();
  const list = <Code extends string>(words: Parameters<typeof word<Code>>[0], codes: Code[]) =>
    codes.map((code) => word(words, code)).join(', ');
  const done = contact.crisisAction ? (
    <p>
      <strong>{t`What was done:`}</strong> {contact.crisisAction}
    </p>
  ) : null;
  return (
    <article className={css.entry}>
      <div className={css.entryHead}>
        <span className={css.when}>
          <Moment value={contact.occurredAt} />
        </span>
        <StatusPill tone={contact.outcome === 'REACHED' ? 'active' : 'calm'}>
          {word(contactOutcome, contact.outcome)}
        </StatusPill>
        {contact.person ? <Hideable>{contact.person.name}</Hideable> : null}
      </div>
      <div className="t-soft">
        {[
          word(contactChannel, contact.channel),
          word(direction, contact.direction),
          word(contactType, contact.type),
        ].join(' · ')}
        {contact.minutes ? (
          <>
            {' · '}
            <Plural value={contact.minutes} one="# minute" other="# minutes" />
          </>
        ) : null}
        {contact.loggedBy ? ` · ${t`logged by ${contact.loggedBy.name}`}` : null}
      </div>
      {contact.graphic ? (
        <LazyFolded contentNote={contact.contentNote}>
          {contact.note ? <p>{contact.note}</p> : null}
          {done}
        </LazyFolded>
      ) : contact.note ? (
        <p>{contact.note}</p>
      ) : null}
      {contact.needs.length > 0 ? (
        <p>
          <strong>{t`Needs:`}</strong> {list(familyNeed, contact.needs)}
        </p>
      ) : null}
      {contact.crises.length > 0 ? (
        <p>
          <strong>{t`Crisis:`}</strong> {list(crisisType, contact.crises)}
        </p>
      ) : null}
      {contact.graphic ? null : done}
      {contact.agreed ? (
        <p>
          <strong>{t`Agreed:`}</strong> {contact.agreed}
        </p>
      ) : null}
      {contact.nextContactOn ? (
        <p className="t-soft">
          <Trans>
            Next contact on <Day value={contact.nextContactOn} />
          </Trans>
        </p>
      ) : null}
    </article>
  );
}
