import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { stateChoices, useWords } from '~/features/words';
import { usePages, useQuery } from '~/gql';
import type { State } from '~/gql/generated/enums';
import { FaultNotice } from '~/shell/FaultNotice';
import {
  ButtonLink,
  DataTable,
  EmptyState,
  Link,
  Page,
  Select,
  SkeletonRows,
  Stack,
  ViewLinks,
} from '~/ui';
import { shown } from './count';
import { CountsDocument, type Task, TasksDocument, touches } from './queries';
import { kinds } from './search';
import { TaskDrawer } from './TaskDrawer';
import { useTaskColumns } from './useTaskColumns';
import { taskKind } from './words';

/** What in the directory needs a curator: one reason at a time, one action a row. */
export function Queue() {
  const { t } = useLingui();
  const { word } = useWords();
  const search = useSearch({ from: '/signed-in/resources/work' });
  const counts = useQuery(CountsDocument, {}, { touches, fresh: true });
  const found = counts.data?.directoryTaskCounts;
  const many = (kind: (typeof kinds)[number]) =>
    found?.find((one) => one.kind === kind)?.count ?? 0;
  // Without a choice, the first reason for which something waits. What was begun is not left for
  // another by itself when its last one is done.
  const [begun, setBegun] = useState<(typeof kinds)[number]>();
  const kind = search.kind ?? begun ?? kinds.find((one) => many(one) > 0) ?? 'INCOMPLETE';
  if (found && begun !== kind) setBegun(kind);
  const back = <ButtonLink to="/resources" look="quiet">{t`To the directory`}</ButtonLink>;
  const lead = t`Services that need a curator's look, those that wait longest first.`;
  if (!found) {
    return (
      <Page title={t`Keep the directory true`} lead={lead} actions={back}>
        {counts.fault ? (
          <FaultNotice fault={counts.fault} retry={counts.retry} />
        ) : (
          <SkeletonRows rows={6} />
        )}
      </Page>
    );
  }
  return (
    <Page title={t`Keep the directory true`} lead={lead} actions={back}>
      <Stack>
        <ViewLinks
          label={t`Why they need a look`}
          views={kinds.map((one) => ({
            key: one,
            link: (
              <Link
                to="/resources/work"
                search={{ kind: one, state: search.state }}
                aria-current={one === kind ? 'page' : undefined}
              >
                {word(taskKind, one)} ({shown(many(one))})
              </Link>
            ),
          }))}
        />
        <Tasks kind={kind} state={search.state} none={found.every((one) => one.count === 0)} />
      </Stack>
    </Page>
  );
}

interface TasksProps {
  kind: (typeof kinds)[number];
  state: State | undefined;
  /** Nothing waits for any reason. */
  none: boolean;
}

function Tasks({ kind, state, none }: TasksProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [open, setOpen] = useState<Task>();
  const placed = kind !== 'INCOMPLETE';
  const pages = usePages(
    TasksDocument,
    { kind, state: placed ? state : undefined, first: 25 },
    (data) => data.directoryTasks,
    touches,
  );
  const columns = useTaskColumns(kind, setOpen);
  const narrowed = placed && state !== undefined;
  return (
    <>
      {placed ? (
        <Select
          label={t`State or territory it is in`}
          choices={stateChoices}
          value={state ?? null}
          onChange={(next) =>
            void navigate({
              to: '/resources/work',
              search: { kind, state: next ?? undefined },
              replace: true,
            })
          }
          placeholder={t`Any`}
          clearable
        />
      ) : null}
      {pages.fault ? <FaultNotice fault={pages.fault} retry={pages.retry} /> : null}
      {pages.fault && !pages.rows ? null : (
        <DataTable
          label={t`What needs a look`}
          columns={columns}
          rows={pages.rows}
          rowKey={(row) => row.service?.id ?? row.waiting?.id ?? ''}
          onOpen={setOpen}
          fetching={pages.fetching}
          hasMore={pages.hasMore}
          onMore={pages.more}
          empty={<Done none={none} narrowed={narrowed} />}
        />
      )}
      <TaskDrawer task={open} onClose={() => setOpen(undefined)} />
    </>
  );
}

/** Nothing waits: everywhere, for this reason, or in this state. */
function Done({ none, narrowed }: { none: boolean; narrowed: boolean }) {
  const { t } = useLingui();
  if (none) {
    return (
      <EmptyState title={t`The directory is up to date`}>
        <Trans>
          Nothing waits for you. When a source or a service says something new, it is here.
        </Trans>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t`Nothing waits here`}>
      {narrowed
        ? t`No service in this state needs a look for this reason.`
        : t`No service needs a look for this reason.`}
    </EmptyState>
  );
}
