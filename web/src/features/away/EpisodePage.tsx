import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { ClockItem } from '~/features/clocks/ClockItem';
import { useWords } from '~/features/words';
import { may, useQuery } from '~/gql';
import { NotFound } from '~/routes/NotFound';
import { FaultNotice } from '~/shell/FaultNotice';
import {
  Columns,
  Facts,
  Hideable,
  Link,
  List,
  Moment,
  Page,
  Section,
  SkeletonRows,
  Stack,
} from '~/ui';
import css from './away.module.css';
import { Closing } from './Closing';
import { Notices } from './Notices';
import { type Episode, EpisodePageDocument } from './parts';
import { ReportSection } from './ReportSection';
import { ReturnSection } from './ReturnSection';
import { WhereaboutsPill } from './WhereaboutsPill';
import { WhereSection } from './WhereSection';
import { missingType } from './words';

/** One time away: what is known, what was reported, who was told, and the return. */
export function EpisodePage() {
  const { t } = useLingui();
  const { episodeId } = useParams({ from: '/signed-in/cases/$caseId/away/$episodeId' });
  const { data, fault, retry } = useQuery(
    EpisodePageDocument,
    { id: episodeId },
    {
      fresh: true,
      touches: ['MissingEpisode', 'MissingReport', 'Notice', 'Clock', 'ReturnConversation'],
    },
  );
  if (!data) {
    return (
      <Page title={t`Time away`}>
        {fault ? <FaultNotice fault={fault} retry={retry} /> : <SkeletonRows rows={8} />}
      </Page>
    );
  }
  return data.node?.__typename === 'MissingEpisode' ? <OneEpisode of={data.node} /> : <NotFound />;
}

function OneEpisode({ of }: { of: Episode }) {
  const { t } = useLingui();
  const { word } = useWords();
  const powers = of.case.can;
  const records = may(powers, 'EPISODE_RECORD') && !of.closedAt;
  return (
    <Page
      title={t`Time away`}
      lead={
        <>
          <Link to="/cases/$caseId" params={{ caseId: of.case.id }} search={{ tab: 'away' }}>
            <Hideable>{of.case.alias}</Hideable>
          </Link>{' '}
          <WhereaboutsPill value={of.whereabouts} />
        </>
      }
    >
      <Columns wide>
        <Stack>
          <Section title={t`What is known`}>
            <Stack>
              {of.known ? <p className={css.words}>{of.known}</p> : null}
              <Facts
                items={[
                  { label: t`Category`, value: word(missingType, of.type) },
                  { label: t`We heard of it`, value: <Moment value={of.infoReceivedAt} /> },
                  { label: t`Written down by`, value: of.openedBy?.name ?? t`somebody who left` },
                  ...(of.closedAt
                    ? [{ label: t`Closed`, value: <Moment value={of.closedAt} /> }]
                    : []),
                ]}
              />
            </Stack>
          </Section>
          <WhereSection of={of} records={records} />
          <ReportSection of={of} records={records} />
          <ReturnSection of={of} records={records} />
        </Stack>
        <Stack>
          {of.closedAt ? null : <Closing of={of} records={records} />}
          <Section title={t`What is due`}>
            {of.clocks.length ? (
              <List items={of.clocks} itemKey={({ id }) => id} label={t`What is due`}>
                {(clock) => (
                  <ClockItem clock={clock} caseId={of.case.id} episodeId={of.id} powers={powers} />
                )}
              </List>
            ) : (
              <p className="t-soft">
                <Trans>Nothing runs from this time away.</Trans>
              </p>
            )}
          </Section>
          <Notices of={of} />
        </Stack>
      </Columns>
    </Page>
  );
}
