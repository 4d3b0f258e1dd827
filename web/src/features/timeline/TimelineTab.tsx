import { useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import { useQuery } from '~/gql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Button, ChipChoice, Row, Section, SkeletonRows, Stack, useNow } from '~/ui';
import { AsTable } from './AsTable';
import { entriesOf, lanes, startOf, windowOf, type Zoom } from './entries';
import { Key } from './Key';
import { Picture } from './Picture';
import { CaseTimelineDocument } from './query';
import css from './timeline.module.css';
import { useEntryWords } from './useEntryWords';

/** What happened on a case in what order, and where nothing did: a picture, and the same as a table. */
export function TimelineTab({ caseId }: { caseId: string }) {
  const { t } = useLingui();
  const words = useEntryWords();
  const now = useNow();
  const [zoom, setZoom] = useState<Zoom>('quarter');
  const [asTable, setAsTable] = useState(false);
  const start = startOf(zoom, now);
  const { data, fault, retry } = useQuery(
    CaseTimelineDocument,
    { id: caseId, endedSince: start ? new Date(start).toISOString().slice(0, 10) : null },
    { fresh: true, touches: ['Clock', 'MissingEpisode', 'SupportContact', 'Referral', 'Staffing'] },
  );
  const shown = useMemo(
    () => (data ? windowOf(entriesOf(data, now), zoom, now) : undefined),
    [data, zoom, now],
  );
  if (!data || !shown) {
    return fault ? <FaultNotice fault={fault} retry={retry} /> : <SkeletonRows rows={6} />;
  }
  const empty = lanes
    .filter((lane) => !shown.entries.some((entry) => entry.lane === lane))
    .map((lane) => words.lane[lane]);
  const goesOn = shown.entries.some((entry) => entry.lane === 'away' && entry.open);
  const summary = [
    t`Timeline from ${words.day(shown.from)} to ${words.day(shown.to)}, in lanes.`,
    goesOn ? t`A time away goes on.` : t`No time away goes on.`,
    ...(empty.length ? [t`Nothing in this time: ${empty.join(', ')}.`] : []),
  ].join(' ');
  const of = data.case;
  const more = [of?.episodes, of?.contacts, of?.referrals, of?.staffings, data.clocks].some(
    (list) => list?.pageInfo.hasNextPage,
  );
  return (
    <Section title={t`Timeline`}>
      <Stack>
        {fault ? <FaultNotice fault={fault} retry={retry} /> : null}
        <ChipChoice
          label={t`How far back`}
          choices={[
            { value: 'month', label: t`30 days` },
            { value: 'quarter', label: t`90 days` },
            { value: 'year', label: t`A year` },
            { value: 'all', label: t`Everything` },
          ]}
          value={zoom}
          onChange={(next: Zoom) => setZoom(next)}
        />
        <figure className={css.figure}>
          {asTable ? (
            <AsTable entries={shown.entries} />
          ) : (
            <>
              <Picture {...shown} now={now} summary={summary} />
              <Key />
            </>
          )}
          <figcaption>
            <Row justify="between">
              <span className="t-soft">
                {more
                  ? t`Only the newest of each kind are shown; the older ones are in their tabs.`
                  : null}
              </span>
              <Button small look="quiet" onClick={() => setAsTable(!asTable)}>
                {asTable ? t`Show as picture` : t`Show as table`}
              </Button>
            </Row>
          </figcaption>
        </figure>
      </Stack>
    </Section>
  );
}
