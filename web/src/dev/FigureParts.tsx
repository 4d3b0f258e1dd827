import { useState } from 'react';
import { Columns, Figure, ManyFinder, NumberLink, Numbers, Section, Stack } from '~/ui';

const people = ['Wren Cedar', 'Lark Dogwood', 'Robin Elm with a longer name than most have'];
const loads = people.map((label, at) => ({
  key: label,
  label,
  value: [12, 0, 17][at] ?? 0,
  number: <a href="#rows">{[12, 0, 17][at]} open cases</a>,
}));
const weeks = Array.from({ length: 12 }, (_, at) => ({
  key: String(at),
  label: `Sep ${at + 1}`,
  value: (at * 7) % 11,
  unfinished: at === 11,
  number: <a href="#rows">{(at * 7) % 11} contacts</a>,
}));
const cases = ['Juniper', 'Sparrow', 'Cedar', 'Brook'].map((label) => ({ value: label, label }));

/** Numbers of work: as links, as pictures, and several chosen of many. */
export function FigureParts() {
  const [words, setWords] = useState('');
  return (
    <Section title="Numbers" plain>
      <Stack>
        <Numbers label="What waits">
          <NumberLink to="/" value={4} label="Plans" detail="open on Nov 23" />
          <NumberLink to="/" value={128} label="A longer label of what is counted here" />
        </Numbers>
        <Columns wide>
          <Figure
            form="bars"
            label="Open cases by specialist"
            headings={['Specialist', 'Open cases']}
            rows={loads}
            mark={{ at: 15, label: 'at most 15' }}
            summary="Bars by name: 29 open cases with 3 specialists."
            note="As it is now."
          />
          <Figure
            form="columns"
            label="Contacts per week"
            headings={['Week', 'Contacts']}
            rows={weeks}
            summary="Columns by week: contacts in 12 weeks."
            note="The lighter column is this week so far."
            onPick={() => {}}
          />
        </Columns>
        <ManyFinder
          label="Cases on the agenda"
          choices={cases}
          matches={
            new Set(
              cases
                .map(({ value }) => value)
                .filter((value) => value.toLowerCase().startsWith(words.toLowerCase())),
            )
          }
          words={words}
          onWords={setWords}
        />
      </Stack>
    </Section>
  );
}
