import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useWords } from '~/features/words';
import { Button, Drawer, Facts, Hideable, Moment, Row, Section, Stack } from '~/ui';
import css from './away.module.css';
import type { Episode, Report } from './parts';
import { ReportForm } from './ReportForm';
import { ReportText } from './ReportText';
import { endangerment, reportItem, reportPhoto } from './words';

/** What is told to those who search. What is missing stays listed and holds nothing up (rule 52). */
export function ReportSection({ of, records }: { of: Episode; records: boolean }) {
  const { t } = useLingui();
  const [writing, setWriting] = useState(false);
  const close = () => setWriting(false);
  const { report } = of;
  if (!report) return null;
  return (
    <Section
      title={t`Missing report`}
      actions={
        records ? (
          <Button small onClick={() => setWriting(true)}>{t`Write the report`}</Button>
        ) : null
      }
    >
      <Stack>
        <StillOpen report={report} />
        <ReportFacts report={report} />
        <p className="t-soft">
          <Trans>
            Written last <Moment value={report.changedAt} /> by {report.changedBy?.name}
          </Trans>
        </p>
        <ReportText episodeId={of.id} />
      </Stack>
      <Drawer opened={writing} onClose={close} title={t`Write the report`}>
        {writing ? <ReportForm report={report} onClose={close} /> : null}
      </Drawer>
    </Section>
  );
}

/** What is neither supplied nor marked as unknown. */
function StillOpen({ report }: { report: Report }) {
  const { t } = useLingui();
  const { word } = useWords();
  if (report.stillOpen.length === 0) {
    return <p>{t`Everything is supplied, or marked as unknown.`}</p>;
  }
  return (
    <div>
      <p>{t`Still open. It can be reported without; supply it when you know, or mark it as unknown:`}</p>
      <ul className={css.items} aria-label={t`Still open in the report`}>
        {report.stillOpen.map((item) => (
          <li key={item}>{word(reportItem, item)}</li>
        ))}
      </ul>
    </div>
  );
}

function ReportFacts({ report }: { report: Report }) {
  const { t } = useLingui();
  const { word } = useWords();
  const seen = [
    report.lastSeenAt ? <Moment key="at" value={report.lastSeenAt} /> : null,
    report.lastSeenPlace ? <Hideable key="place">{report.lastSeenPlace}</Hideable> : null,
  ].filter(Boolean);
  const facts = [
    { item: 'PHOTO', value: report.photo ? word(reportPhoto, report.photo) : null },
    { item: 'DESCRIPTION', value: report.description },
    {
      item: 'ENDANGERMENT',
      value: report.noEndangermentKnown
        ? t`Nothing of that kind is known`
        : report.endangerment.map((one) => word(endangerment, one)).join(', '),
    },
    { item: 'LAST_SEEN', value: seen.length ? <Row>{seen}</Row> : null },
    { item: 'CLOTHING', value: report.clothing },
    { item: 'ACCOMPANIED_BY', value: report.accompaniedBy },
    {
      item: 'GUARDIAN_CONTACT',
      value: report.guardianContact ? <Hideable>{report.guardianContact}</Hideable> : null,
    },
    {
      item: 'AGENCY_CONTACT',
      value: report.agencyContact ? <Hideable>{report.agencyContact}</Hideable> : null,
    },
  ] as const;
  return (
    <Facts
      items={facts
        .filter(({ item, value }) => value || report.unknown.includes(item))
        .map(({ item, value }) => ({
          label: word(reportItem, item),
          value: value || t`not known`,
        }))}
    />
  );
}
