import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useWords } from '~/features/words';
import { Button, Drawer, Facts, Hideable, List, Moment, Section } from '~/ui';
import type { Report } from './Observations';
import css from './observations.module.css';
import { ReportForm } from './ReportForm';
import { reportedTo, reportMethod, tipKind } from './words';

interface ReportsMadeProps {
  caseId: string;
  reports: readonly Report[];
  mayRecord: boolean;
}

/** Reports that were made: to whom, when, by whom, and their number. */
export function ReportsMade({ caseId, reports, mayRecord }: ReportsMadeProps) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <Section
      title={t`Reports made`}
      actions={
        mayRecord ? (
          <Button onClick={() => setOpen(true)}>{t`Write down a report`}</Button>
        ) : undefined
      }
    >
      {reports.length === 0 ? (
        <p className="t-soft">{t`No report is written down.`}</p>
      ) : (
        <List items={reports} itemKey={(one) => one.id} label={t`Reports made`}>
          {(one) => <ReportEntry of={one} />}
        </List>
      )}
      <Drawer opened={open} onClose={close} title={t`Write down a report`}>
        {open ? <ReportForm caseId={caseId} to={undefined} onClose={close} /> : null}
      </Drawer>
    </Section>
  );
}

function ReportEntry({ of }: { of: Report }) {
  const { t } = useLingui();
  const { word } = useWords();
  const facts = [
    { label: t`Made by`, value: of.filedBy ?? of.recordedBy?.name ?? t`somebody who left` },
    { label: t`Agency`, value: of.agency },
    { label: t`Spoken to`, value: of.personSpokenTo },
    { label: t`Number`, value: of.reference },
  ];
  return (
    <article className={css.entry}>
      <div className={css.head}>
        <Moment value={of.filedAt} />
        <span className={css.what}>{word(reportedTo, of.reportedTo)}</span>
        <span className="t-soft">
          {[of.kind ? word(tipKind, of.kind) : '', word(reportMethod, of.method)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <Facts
        items={facts.flatMap(({ label, value }) =>
          value ? [{ label, value: <Hideable>{value}</Hideable> }] : [],
        )}
      />
    </article>
  );
}
