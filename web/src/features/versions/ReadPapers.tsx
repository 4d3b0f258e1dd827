import { useLingui } from '@lingui/react/macro';
import { calmingKind, safetySection, triggerKind } from '~/features/support/words';
import { contactWish, useWords } from '~/features/words';
import { Hideable, List, Stack } from '~/ui';
import type { Reading } from './query';
import { field } from './words';

/** What helps, and the safety plan, as they were: only the parts that said something. */
export function ReadPapers({ reading }: { reading: Reading }) {
  const { t } = useLingui();
  const { word } = useWords();
  const profile = [
    {
      title: word(field, 'TRIGGERS'),
      lines: reading.triggers.map(({ kind, text }) => `${word(triggerKind, kind)}: ${text}`),
    },
    {
      title: word(field, 'CALMING'),
      lines: reading.calming.map(({ kind, text }) => `${word(calmingKind, kind)}: ${text}`),
    },
    {
      title: word(field, 'CONTACT_WISHES'),
      lines: reading.contact.map(({ kind, text }) => `${word(contactWish, kind)}: ${text}`),
    },
    {
      title: word(field, 'DO_NOT_ASK'),
      lines: reading.doNotAsk.map(({ topic, instead }) =>
        instead ? t`${topic} (ask instead: ${instead})` : topic,
      ),
    },
    { title: word(field, 'WELCOME_ITEMS'), lines: reading.welcomeItems },
  ];
  const safety = (reading.safety ?? []).map(({ section, lines }) => ({
    title: word(safetySection, section),
    lines,
  }));
  return (
    <>
      <Lists title={t`What helps`} parts={profile} />
      <Lists title={t`Safety plan`} parts={safety}>
        {reading.safePeople.length ? (
          <div>
            <h4>{word(field, 'SAFE_PEOPLE')}</h4>
            <List items={reading.safePeople} itemKey={({ name }) => name} label={t`Safe people`}>
              {({ name, reach, chosenByYouth }) => (
                <>
                  <Hideable>{name}</Hideable>
                  {reach ? `, ${reach}` : null}
                  {chosenByYouth ? (
                    <span className="t-soft"> {t`chosen by the young person`}</span>
                  ) : null}
                </>
              )}
            </List>
          </div>
        ) : null}
      </Lists>
    </>
  );
}

interface ListsProps {
  title: string;
  parts: readonly { title: string; lines: readonly string[] }[];
  children?: React.ReactNode;
}

function Lists({ title, parts, children }: ListsProps) {
  const said = parts.filter(({ lines }) => lines.length > 0);
  if (said.length === 0 && !children) return null;
  return (
    <Stack>
      <h3>{title}</h3>
      {said.map((part) => (
        <div key={part.title}>
          <h4>{part.title}</h4>
          <List items={part.lines} itemKey={(line) => line} label={part.title}>
            {(line) => line}
          </List>
        </div>
      ))}
      {children}
    </Stack>
  );
}
