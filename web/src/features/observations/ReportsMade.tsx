import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button, Drawer, List, Section } from '~/ui';
import type { Report } from './Observations';
import { ReportEntry } from './ReportEntry';
import { ReportForm } from './ReportForm';

interface ReportsMadeProps {
  caseId: string;
  reports: readonly Report[];
  mayRecord: boolean;
}

/** Reports that were made: to whom, when, by whom, and their number. */
export function ReportsMade({ caseId, reports, mayRecord }: ReportsMadeProps) {
  const { t } = useLingui();
  const [open, setOpen] = useState<Report | 'new'>();
  const of = open === 'new' ? undefined : open;
  const close = () => setOpen(undefined);
  return (
    <Section
      title={t`Reports made`}
      actions={
        mayRecord ? (
          <Button onClick={() => setOpen('new')}>{t`Write down a report`}</Button>
        ) : undefined
      }
    >
      {reports.length === 0 ? (
        <p className="t-soft">{t`No report is written down.`}</p>
      ) : (
        <List items={reports} itemKey={(one) => one.id} label={t`Reports made`}>
          {(one) => <ReportEntry of={one} onCorrect={mayRecord ? () => setOpen(one) : undefined} />}
        </List>
      )}
      <Drawer
        opened={open !== undefined}
        onClose={close}
        title={of ? t`Correct a report` : t`Write down a report`}
      >
        {open ? (
          <ReportForm
            key={of?.id ?? 'new'}
            caseId={caseId}
            of={of}
            to={undefined}
            onClose={close}
          />
        ) : null}
      </Drawer>
    </Section>
  );
}
