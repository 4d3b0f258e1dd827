import { useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import { useQuery } from '~/gql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Button, ChipChoice, Row, Section, SkeletonRows, Stack, useNow } from '~/ui';
import { AsTable } from './AsTable';
import { entriesOf, type Lane, lanes } from './entries';
import { Key } from './Key';
import { Picture } from './Picture';
import { CaseTimelineDocument, type TimelineData } from './query';
import { spanOf, wholeOf, type Zoom } from './span';
import css from './timeline.module.css';
import { useEntryWords } from './useEntryWords';

/** The server's lanes are named as they are here, but for the plan of the first hours. */
const laneOf = (lane: TimelineData['cut'][number]) => lane.toLowerCase() as Lane;

/** What happened on a case in what order, and where nothing did: a picture, and the same as a table. */
export function TimelineTab({ caseId }: { caseId: string }) {
  const { t } = useLingui();
  const words = useEntryWords();
  const now = useNow();
  const [zoom, setZoom] = useState<Zoom>('quarter');
  /** How many steps back from today; below nothing, ahead. */
  const [back, setBack] = useState(0);
  const [asTable, setAsTable] = useState(false);
  const asked = spanOf(zoom, back, now);
  const { data, fault, retry } = useQuery(
    CaseTimelineDocument,
    {
      id: caseId,
      from: asked ? new Date(asked.from).toISOString() : null,
      to: asked ? new Date(asked.to).toISOString() : null,
    },
    {
      fresh: true,
      touches: [
        'Clock',
        'MissingEpisode',
        'SupportContact',
        'Referral',
        'Staffing',
        'RecoveryPlan',
        'ImmediatePlan',
      ],
    },
  );
  const found = data?.case?.timeline;
  const shown = useMemo(() => {
    if (!found) return undefined;
    const span = spanOf(zoom, back, now) ?? wholeOf(found.beginsAt, found.endsAt, now);
    return { ...span, entries: entriesOf(found, now, span) };
  }, [found, zoom, back, now]);
  if (!found || !shown) {
    return fault ? <FaultNotice fault={fault} retry={retry} /> : <SkeletonRows rows={6} />;
  }
  const empty = lanes
    .filter((lane) => !shown.entries.some((entry) => entry.lane === lane))
    .map((lane) => words.lane[lane]);
  const goesOn = shown.entries.some((entry) => entry.lane === 'away' && entry.open);
  const time = t`${words.day(shown.from)} to ${words.day(shown.to - 1)}`;
  const summary = [
    t`Timeline from ${words.day(shown.from)} to ${words.day(shown.to - 1)}, in lanes.`,
    goesOn ? t`A time away goes on.` : t`No time away goes on.`,
    ...(empty.length ? [t`Nothing in this time: ${empty.join(', ')}.`] : []),
  ].join(' ');
  const cut = found.cut.map((lane) => words.lane[laneOf(lane)]).join(', ');
  return (
    <Section title={t`Timeline`}>
      <Stack>
        {fault ? <FaultNotice fault={fault} retry={retry} /> : null}
        <ChipChoice
          label={t`How much time`}
          choices={[
            { value: 'month', label: t`30 days` },
            { value: 'quarter', label: t`90 days` },
            { value: 'year', label: t`A year` },
            { value: 'all', label: t`Everything` },
          ]}
          value={zoom}
          onChange={(next: Zoom) => {
            setZoom(next);
            setBack(0);
          }}
        />
        <Row justify="between">
          <span role="status">{time}</span>
          {asked ? (
            <Row>
              <Button
                small
                look="quiet"
                disabled={Date.parse(found.beginsAt) >= asked.from}
                onClick={() => setBack(back + 1)}
              >
                {t`Older`}
              </Button>
              <Button
                small
                look="quiet"
                disabled={back <= 0 && Date.parse(found.endsAt) < asked.to}
                onClick={() => setBack(back - 1)}
              >
                {t`Newer`}
              </Button>
              <Button small look="quiet" disabled={back === 0} onClick={() => setBack(0)}>
                {t`Today`}
              </Button>
            </Row>
          ) : null}
        </Row>
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
                {cut
                  ? t`There is more in this time than fits: ${cut}. Choose a shorter time.`
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
