import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { DirectorySearch } from '~/features/directory/search';
import { states, useWords } from '~/features/words';
import { FigureTable, Link, Section, Stack } from '~/ui';
import type { Desert } from './GapMap';
import css from './gaps.module.css';
import { levelOf, levelWords } from './levels';

interface GapTableProps {
  deserts: readonly Desert[];
  asked: Partial<DirectorySearch>;
}

/** The same as the map in words: each number is a link to its rows. */
export function GapTable({ deserts, asked }: GapTableProps) {
  const { t } = useLingui();
  const { word } = useWords();
  const nameOf = ({ state }: Desert) => (state ? states[state] : t`Tribal programs of all states`);
  const placeOf = (one: Desert): Partial<DirectorySearch> =>
    one.state ? { ...asked, state: one.state } : { ...asked, tribal: true };
  const toldOf = (one: Desert) => one.listed || one.unmetNeedsAtLeast || one.atCapacityAtLeast;
  const unknown = deserts.filter((one) => !toldOf(one));
  const few = <span className="t-soft">{t`fewer than 5`}</span>;
  const cells = (one: Desert): [ReactNode, ...ReactNode[]] => [
    nameOf(one),
    one.listed ? (
      <span key="services" className={css.services}>
        <Link to="/resources" search={{ ...placeOf(one), open: true }}>
          {one.services}
        </Link>
        <span className="t-soft">{word(levelWords, levelOf(one))}</span>
      </span>
    ) : (
      t`No data`
    ),
    one.unmetNeedsAtLeast ? (
      <Link key="sought" to="/resources/unmet" search={placeOf(one)}>
        {t`at least ${one.unmetNeedsAtLeast}`}
      </Link>
    ) : (
      few
    ),
    one.atCapacityAtLeast ? t`at least ${one.atCapacityAtLeast}` : few,
  ];
  return (
    <Section title={t`Place by place`}>
      <Stack>
        <FigureTable
          label={t`Services by place`}
          headings={[t`Place`, t`Services`, t`Sought in vain`, t`Had no room`]}
          rows={deserts
            .filter(toldOf)
            .map((one) => ({ key: one.state ?? 'tribal', cells: cells(one) }))}
        />
        {unknown.length ? (
          <p>
            <strong>{t`No data for ${unknown.length} places.`}</strong>{' '}
            {t`The directory lists nothing at all there, of any kind: ${unknown.map(nameOf).join(', ')}.`}
          </p>
        ) : null}
        <p className="t-soft">
          <Trans>
            Services: open, checked within 180 days, with no word that there is no room. Sought in
            vain, and referrals that found no room: of the last twelve months, told in steps of
            five; fewer than five, or none, are not told, so that nobody can be recognized.
          </Trans>
        </p>
      </Stack>
    </Section>
  );
}
