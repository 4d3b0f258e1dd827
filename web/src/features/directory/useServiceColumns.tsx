import { useLingui } from '@lingui/react/macro';
import { LazyWhy } from '~/features/finding/LazyFinding';
import { serviceCategory, useWords } from '~/features/words';
import { Button, type Column, Link } from '~/ui';
import css from './directory.module.css';
import { Ages, Checked, Room, Where } from './Facets';
import { Phone } from './Phone';
import type { FoundService, ListedService } from './query';

/** What the directory shows of a service; how to reach it stands in the row itself. */
export function useServiceColumns(
  onRefer: ((service: ListedService) => void) | undefined,
  found?: ReadonlyMap<string, Pick<FoundService, 'why' | 'distance'>>,
): Column<ListedService>[] {
  const { t } = useLingui();
  const { word } = useWords();
  return [
    {
      id: 'name',
      header: t`Service`,
      cell: (row) => (
        <span className={css.pair}>
          <Link to="/resources/$serviceId" params={{ serviceId: row.id }}>
            {row.name}
          </Link>
          <span className={css.small}>
            {word(serviceCategory, row.category)}
            {'\u00a0· '}
            {row.organizationName}
          </span>
          {found?.has(row.id) ? <LazyWhy of={found.get(row.id)} /> : null}
        </span>
      ),
    },
    { id: 'where', header: t`Where`, cell: (row) => <Where of={row} /> },
    {
      id: 'ages',
      header: t`Ages`,
      cell: (row) => (
        <span className={css.whole}>
          <Ages of={row} />
        </span>
      ),
    },
    { id: 'room', header: t`Room`, cell: (row) => <Room of={row} /> },
    { id: 'checked', header: t`Last checked`, cell: (row) => <Checked of={row} /> },
    {
      id: 'reach',
      header: t`Phone`,
      cell: (row) =>
        row.phone ? <Phone number={row.phone} /> : <span className="t-soft">{t`none known`}</span>,
    },
    ...(onRefer
      ? [
          {
            id: 'refer',
            header: t`Next step`,
            cell: (row: ListedService) => (
              <Button
                small
                aria-label={t`Refer to ${row.name}`}
                onClick={() => onRefer(row)}
              >{t`Refer`}</Button>
            ),
          },
        ]
      : []),
  ];
}
