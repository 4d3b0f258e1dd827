import { useLingui } from '@lingui/react/macro';
import { AdminViews } from '~/features/admin/AdminViews';
import { useWords } from '~/features/words';
import { graphql, useCan, useQuery } from '~/gql';
import type { TemplateState, TemplatesQuery } from '~/gql/generated/graphql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Needs } from '~/shell/Needs';
import {
  ButtonLink,
  type Column,
  DataTable,
  EmptyState,
  Link,
  Page,
  type PillTone,
  Stack,
  StatusPill,
} from '~/ui';
import { useTemplateWords } from './useTemplateWords';
import { situation, templateState } from './words';

const TemplatesDocument = graphql(`
  query Templates {
    planTemplates {
      id title situation language state
      draft { title }
      current { id number reviews { state } usedInPlans }
    }
  }
`);
type Row = TemplatesQuery['planTemplates'][number];
export const stateTones: Record<TemplateState, PillTone> = {
  DRAFT: 'waiting',
  OFFERED: 'active',
  WITHDRAWN: 'calm',
};

/** Templates of goals and steps: what is offered, what is written, what survivor experts say. */
export function Templates() {
  return (
    <Needs act="PLAN_TEMPLATE_VIEW">
      <TemplatesScreen />
    </Needs>
  );
}

function TemplatesScreen() {
  const { t } = useLingui();
  const { word } = useWords();
  const words = useTemplateWords();
  const writes = useCan('PLAN_TEMPLATE_WRITE');
  const { data, fetching, fault, retry } = useQuery(
    TemplatesDocument,
    {},
    { touches: ['PlanTemplate'], fresh: true },
  );
  const columns: Column<Row>[] = [
    {
      id: 'title',
      header: t`Template`,
      cell: (row) => (
        <Link to="/admin/templates/$templateId" params={{ templateId: row.id }}>
          {row.title}
        </Link>
      ),
    },
    {
      id: 'situation',
      header: t`Situation`,
      cell: (row) =>
        [word(situation, row.situation), words.language(row.language)].filter(Boolean).join(' · '),
    },
    {
      id: 'state',
      header: t`State`,
      cell: (row) => (
        <>
          <StatusPill tone={stateTones[row.state]}>{word(templateState, row.state)}</StatusPill>
          {row.draft && row.current ? (
            <div className="t-soft">{t`A draft is not published yet`}</div>
          ) : null}
        </>
      ),
    },
    {
      id: 'review',
      header: t`Survivor experts`,
      cell: (row) => (row.current ? words.review(row.current.reviews) : null),
    },
    {
      id: 'used',
      header: t`Plans that took from it`,
      align: 'end',
      wideOnly: true,
      cell: (row) => row.current?.usedInPlans,
    },
  ];
  return (
    <Page
      title={t`Templates`}
      lead={t`Goals and steps by situation, offered to those who write plans. Plans keep what they took.`}
      actions={
        writes ? (
          <ButtonLink to="/admin/templates/new" look="main">{t`Write a template`}</ButtonLink>
        ) : undefined
      }
    >
      <Stack>
        <AdminViews current="templates" />
        {fault ? <FaultNotice fault={fault} retry={retry} /> : null}
        {fault && !data ? null : (
          <DataTable
            label={t`Templates`}
            columns={columns}
            rows={data?.planTemplates}
            rowKey={(row) => row.id}
            fetching={fetching}
            empty={
              <EmptyState title={t`No templates yet`}>
                {t`Write the first one, or have the set that ships loaded on the server.`}
              </EmptyState>
            }
          />
        )}
      </Stack>
    </Page>
  );
}
