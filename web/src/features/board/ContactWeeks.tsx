import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { dayAfter } from '~/days';
import { Day, Figure, type FigureRow, Link, Section } from '~/ui';
import type { BoardData } from './Board';

/** Contacts with families in each of the last weeks, this one so far included. */
export function ContactWeeks({ weeks }: { weeks: BoardData['contactsByWeek'] }) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const short = (day: string) =>
    i18n.date(new Date(`${day}T12:00`), { month: 'short', day: 'numeric' });
  const long = (day: string) => i18n.date(new Date(`${day}T12:00`), { dateStyle: 'medium' });
  const rows: FigureRow[] = weeks.map(({ weekOf, contacts }, at) => ({
    key: weekOf,
    label: short(weekOf),
    value: contacts,
    unfinished: at === weeks.length - 1,
    name: (
      <Trans>
        <Day value={weekOf} /> to <Day value={dayAfter(weekOf, 6)} />
      </Trans>
    ),
    number: (
      <Link to="/contacts" search={{ view: 'team', week: weekOf }}>
        <Plural value={contacts} one="# contact" other="# contacts" />
      </Link>
    ),
  }));
  const first = weeks[0]?.weekOf;
  const last = weeks.at(-1)?.weekOf;
  if (!first || !last) return null;
  const sum = weeks.reduce((all, { contacts }) => all + contacts, 0);
  return (
    <Section title={t`Contacts with families per week`}>
      <Figure
        form="columns"
        label={t`Contacts with families per week`}
        headings={[t`Week`, t`Contacts`]}
        rows={rows}
        summary={t`Columns by week from ${long(first)} to ${long(dayAfter(last, 6))}: ${sum} contacts in ${weeks.length} weeks. The table has each number.`}
        note={t`Weeks from Monday ${long(first)} on; the lighter column is this week so far.`}
        onPick={(week) => void navigate({ to: '/contacts', search: { view: 'team', week } })}
      />
    </Section>
  );
}
