import { useLingui } from '@lingui/react/macro';
import css from '~/features/directory/directory.module.css';
import { Checked, Room, Where } from '~/features/directory/Facets';
import { Phone } from '~/features/directory/Phone';
import { serviceCategory, useWords } from '~/features/words';
import type { DirectoryTaskKind } from '~/gql/generated/enums';
import { Ago, Button, type Column, Link } from '~/ui';
import type { Task } from './queries';
import { changedField } from './words';

/** What is shown of a task, and its one action. */
export function useTaskColumns(
  kind: DirectoryTaskKind,
  onOpen: (task: Task) => void,
): Column<Task>[] {
  const { t } = useLingui();
  const { word } = useWords();
  const changes = (fields: readonly string[]) => {
    const words = fields.map((field) =>
      field in changedField ? word(changedField, field) : t`other details`,
    );
    return [...new Set(words)].join(', ');
  };
  const open = (row: Task, label: string, name: string) => (
    <Button small aria-label={`${label}: ${name}`} onClick={() => onOpen(row)}>
      {label}
    </Button>
  );
  const action: Column<Task> = {
    id: 'action',
    header: t`Next step`,
    cell: (row) =>
      row.waiting
        ? open(row, t`Complete`, row.waiting.name)
        : row.service
          ? open(row, t`Check`, row.service.name)
          : null,
  };
  const since: Column<Task> = {
    id: 'since',
    header: t`Waits since`,
    cell: (row) => <Ago value={row.since} />,
  };
  if (kind === 'INCOMPLETE') {
    return [
      {
        id: 'name',
        header: t`Service`,
        cell: (row) => (
          <span className={css.pair}>
            <strong>{row.waiting?.name}</strong>
            <span className={css.small}>
              {row.waiting?.organizationName ?? t`whose it is, is not told`}
            </span>
          </span>
        ),
      },
      { id: 'source', header: t`Source`, cell: (row) => row.waiting?.source },
      since,
      action,
    ];
  }
  const news: Column<Task> = {
    id: 'news',
    header: t`What is new`,
    cell: (row) =>
      row.kind === 'ANSWERED' && row.service ? <Room of={row.service} /> : changes(row.changed),
  };
  return [
    {
      id: 'name',
      header: t`Service`,
      cell: (row) =>
        row.service ? (
          <span className={css.pair}>
            <Link to="/resources/$serviceId" params={{ serviceId: row.service.id }}>
              {row.service.name}
            </Link>
            <span className={css.small}>
              {word(serviceCategory, row.service.category)}
              {'\u00a0· '}
              {row.service.organizationName}
            </span>
          </span>
        ) : null,
    },
    {
      id: 'where',
      header: t`Where`,
      cell: (row) => (row.service ? <Where of={row.service} /> : null),
    },
    ...(kind === 'SOURCE_CHANGED' || kind === 'ANSWERED' ? [news] : []),
    {
      id: 'checked',
      header: t`Last checked`,
      cell: (row) => (row.service ? <Checked of={row.service} /> : null),
    },
    ...(kind === 'UNVERIFIED' || kind === 'STALE' ? [] : [since]),
    {
      id: 'reach',
      header: t`Phone`,
      cell: (row) =>
        row.service?.phone ? (
          <Phone number={row.service.phone} />
        ) : (
          <span className="t-soft">{t`none known`}</span>
        ),
    },
    action,
  ];
}
