import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useNamesHidden } from '~/safety';
import { Figure, type FigureRow, Hideable, Link, Notice, Section, Stack } from '~/ui';
import type { BoardData } from './Board';

/** From the next case on a supervisor is told (rule 150). */
const mostOpen = 15;

/** Who carries how many open cases, by name: nobody is ranked. Workload, nothing about a child. */
export function Caseloads({ loads }: { loads: BoardData['caseloads'] }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const hidden = useNamesHidden();
  const over = loads.filter(({ alert }) => alert);
  const sum = loads.reduce((all, { openCases }) => all + openCases, 0);
  const rows: FigureRow[] = loads.map(({ specialist, openCases }, at) => ({
    key: specialist.id,
    label: hidden ? t`Colleague ${at + 1}` : specialist.name,
    value: openCases,
    name: <Hideable>{specialist.name}</Hideable>,
    number: (
      <Link to="/cases" search={{ view: 'team', specialist: specialist.id }}>
        <Plural value={openCases} one="# open case" other="# open cases" />
      </Link>
    ),
  }));
  return (
    <Section title={t`Open cases by specialist`}>
      <Stack>
        {over.length > 0 ? (
          <Notice tone="care" title={t`More than one person should carry`}>
            <Trans>
              <Hideable>{over.map(({ specialist }) => specialist.name).join(', ')}</Hideable>: over
              15 open cases, or over 8 new ones in 30 days.
            </Trans>
          </Notice>
        ) : null}
        {rows.length === 0 ? (
          <p className="t-soft">{t`No specialist is in my teams yet.`}</p>
        ) : (
          <Figure
            form="bars"
            label={t`Open cases by specialist`}
            headings={[t`Specialist`, t`Open cases`]}
            rows={rows}
            mark={{ at: mostOpen, label: t`at most ${mostOpen}` }}
            summary={t`Bars by name: ${sum} open cases with ${rows.length} specialists; a line marks ${mostOpen} for one person. The table has each number.`}
            note={t`As it is now.`}
            onPick={(specialist) =>
              void navigate({ to: '/cases', search: { view: 'team', specialist } })
            }
          />
        )}
      </Stack>
    </Section>
  );
}
