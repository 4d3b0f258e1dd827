import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { FaultNotice } from '~/shell/FaultNotice';
import { Needs } from '~/shell/Needs';
import { Button, DataTable, EmptyState, Moment, Page, Stack } from '~/ui';
import { isNarrowed, type TrailSearch } from './search';
import { TrailFilters } from './TrailFilters';
import { useTrail } from './useTrail';
import { useTrailColumns } from './useTrailColumns';

/** Who did or saw what in the whole organisation. No value that was seen or changed is in it. */
export function Trail() {
  return (
    <Needs act="AUDIT_VIEW">
      <TrailScreen />
    </Needs>
  );
}

function TrailScreen() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const search = useSearch({ from: '/signed-in/privacy' });
  const trail = useTrail(search);
  const columns = useTrailColumns();
  const seek = (next: TrailSearch) =>
    void navigate({ to: '/privacy', search: next, replace: true });
  return (
    <Page
      title={t`Audit trail`}
      lead={t`Who did or saw what, the newest first. It cannot be changed, and looking at it is in it too.`}
    >
      <Stack>
        <TrailFilters search={search} seen={trail.entries ?? []} onSeek={seek} />
        {trail.fault ? <FaultNotice fault={trail.fault} retry={trail.retry} /> : null}
        {trail.fault && !trail.entries ? null : (
          <DataTable
            label={t`Audit trail`}
            columns={columns}
            rows={trail.entries}
            rowKey={(row) => row.id}
            fetching={trail.looking}
            empty={
              <EmptyState
                title={t`Nothing matches`}
                actions={
                  isNarrowed(search) ? (
                    <Button onClick={() => seek({})}>{t`Clear the filter`}</Button>
                  ) : undefined
                }
              >
                {trail.over
                  ? t`There is no such entry.`
                  : t`There is no such entry among those that were looked through.`}
              </EmptyState>
            }
          />
        )}
        {trail.backTo ? (
          <p className="t-soft" role="status">
            <Trans>
              <Plural
                value={trail.read}
                one="# entry was looked through"
                other="# entries were looked through"
              />
              , back to <Moment value={trail.backTo} />.
            </Trans>
          </p>
        ) : null}
        {trail.over ? null : (
          <div>
            <Button onClick={trail.further} busy={trail.looking}>{t`Look further back`}</Button>
          </div>
        )}
      </Stack>
    </Page>
  );
}
