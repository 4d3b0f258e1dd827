import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button, Day, Drawer, Hideable, List, Section } from '~/ui';
import type { Screening } from './Observations';
import css from './observations.module.css';
import { ScreeningForm } from './ScreeningForm';

interface ScreeningsProps {
  caseId: string;
  screenings: readonly Screening[];
  mayRecord: boolean;
}

/** Screening done elsewhere: that it was, by whom, and what came of it in words (rule 8). */
export function Screenings({ caseId, screenings, mayRecord }: ScreeningsProps) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <Section
      title={t`Screening done elsewhere`}
      actions={
        mayRecord ? (
          <Button onClick={() => setOpen(true)}>{t`Refer to a screening`}</Button>
        ) : undefined
      }
    >
      {screenings.length === 0 ? (
        <p className="t-soft">{t`No screening is referred to.`}</p>
      ) : (
        <List items={screenings} itemKey={(one) => one.id} label={t`Screening done elsewhere`}>
          {(one) => <ScreeningEntry of={one} />}
        </List>
      )}
      <Drawer opened={open} onClose={close} title={t`Refer to a screening`}>
        {open ? <ScreeningForm caseId={caseId} onClose={close} /> : null}
      </Drawer>
    </Section>
  );
}

function ScreeningEntry({ of }: { of: Screening }) {
  const { t } = useLingui();
  return (
    <article className={css.entry}>
      <div className={css.head}>
        <Day value={of.administeredOn} />
        <span className={css.what}>
          {of.tool}, {of.toolVersion}
        </span>
      </div>
      <div className="t-soft">
        <Hideable>{of.administrator}</Hideable>
        {' · '}
        {of.licenceConfirmed ? t`licence confirmed` : t`licence not confirmed`}
      </div>
      <p>{of.resultText}</p>
      <p className="t-soft">
        <Trans>
          written down by {of.recordedBy?.name ?? t`somebody who left`} on{' '}
          <Day value={of.recordedAt} />
        </Trans>
      </p>
    </article>
  );
}
