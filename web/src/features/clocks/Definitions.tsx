import { useLingui } from '@lingui/react/macro';
import { AdminViews } from '~/features/admin/AdminViews';
import { states, useWords } from '~/features/words';
import { graphql, usePages } from '~/gql';
import type { ClockDefinitionsQuery, State } from '~/gql/generated/graphql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Needs } from '~/shell/Needs';
import { type Column, DataTable, EmptyState, Notice, Page, Stack } from '~/ui';
import css from './clocks.module.css';
import { useAmount } from './useAmount';
import { clockApplies, clockTrigger } from './words';

const DefinitionsDocument = graphql(`
  query ClockDefinitions($after: String) {
    clockDefinitions(first: 50, after: $after) {
      edges {
        node {
          code jurisdiction version own title trigger amount unit applies recurs required source
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
type Row = ClockDefinitionsQuery['clockDefinitions']['edges'][number]['node'];

/** By which definitions clocks are made now (rule 46): to be read, and checked by counsel. */
export function Definitions() {
  return (
    <Needs act="CLOCK_DEFINITIONS_VIEW">
      <DefinitionsScreen />
    </Needs>
  );
}

function DefinitionsScreen() {
  const { t } = useLingui();
  const { word } = useWords();
  const amount = useAmount();
  const pages = usePages(DefinitionsDocument, {}, (data) => data.clockDefinitions, []);
  const columns: Column<Row>[] = [
    {
      id: 'what',
      header: t`What is to be done`,
      cell: (row) => (
        <div className={css.words}>
          <strong>{row.title}</strong>
          <div className="t-soft">{row.source}</div>
        </div>
      ),
    },
    {
      id: 'where',
      header: t`Whose rule`,
      cell: (row) =>
        row.jurisdiction === 'US'
          ? t`Federal`
          : (states[row.jurisdiction as State] ?? row.jurisdiction),
    },
    { id: 'start', header: t`What starts it`, cell: (row) => word(clockTrigger, row.trigger) },
    {
      id: 'long',
      header: t`How long`,
      cell: (row) =>
        [amount(row.amount, row.unit), row.recurs ? t`again and again` : null]
          .filter(Boolean)
          .join(', '),
    },
    {
      id: 'whom',
      header: t`Applies to`,
      cell: (row) =>
        [word(clockApplies, row.applies), row.required ? t`cannot be left out` : null]
          .filter(Boolean)
          .join(', '),
    },
    {
      id: 'from',
      header: t`From`,
      cell: (row) =>
        row.own
          ? t`our own, version ${row.version}`
          : t`ships as an example, version ${row.version}`,
    },
  ];
  return (
    <Page
      title={t`Definitions of clocks`}
      lead={t`New clocks are made by these; of several for the same, the strictest counts.`}
    >
      <Stack>
        <AdminViews current="clocks" />
        <Notice tone="care">
          {t`What ships is an example, to be checked by your counsel before you rely on it. Our own are loaded by who runs the server.`}
        </Notice>
        {pages.fault ? <FaultNotice fault={pages.fault} retry={pages.retry} /> : null}
        {pages.fault && !pages.rows ? null : (
          <DataTable
            label={t`Definitions of clocks`}
            columns={columns}
            rows={pages.rows}
            rowKey={(row) => `${row.jurisdiction} ${row.code} ${row.own}`}
            fetching={pages.fetching}
            hasMore={pages.hasMore}
            onMore={pages.more}
            empty={<EmptyState title={t`No definition is in force`} />}
          />
        )}
      </Stack>
    </Page>
  );
}
