import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button, Day, Drawer, Hideable, List, Row, Section } from '~/ui';
import { Corrected } from './Corrected';
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
  const [open, setOpen] = useState<Screening | 'new'>();
  const of = open === 'new' ? undefined : open;
  const close = () => setOpen(undefined);
  return (
    <Section
      title={t`Screening done elsewhere`}
      actions={
        mayRecord ? (
          <Button onClick={() => setOpen('new')}>{t`Refer to a screening`}</Button>
        ) : undefined
      }
    >
      {screenings.length === 0 ? (
        <p className="t-soft">{t`No screening is referred to.`}</p>
      ) : (
        <List items={screenings} itemKey={(one) => one.id} label={t`Screening done elsewhere`}>
          {(one) => (
            <ScreeningEntry of={one} onCorrect={mayRecord ? () => setOpen(one) : undefined} />
          )}
        </List>
      )}
      <Drawer
        opened={open !== undefined}
        onClose={close}
        title={of ? t`Correct a screening` : t`Refer to a screening`}
      >
        {open ? (
          <ScreeningForm key={of?.id ?? 'new'} caseId={caseId} of={of} onClose={close} />
        ) : null}
      </Drawer>
    </Section>
  );
}

interface ScreeningEntryProps {
  of: Screening;
  onCorrect: (() => void) | undefined;
}

function ScreeningEntry({ of, onCorrect }: ScreeningEntryProps) {
  const { t } = useLingui();
  return (
    <article className={css.entry}>
      <Wording of={of} />
      <p className="t-soft">
        <Trans>
          written down by {of.recordedBy?.name ?? t`somebody who left`} on{' '}
          <Day value={of.recordedAt} />
        </Trans>
      </p>
      <Corrected of={of.earlier}>{(one) => <Wording of={one} />}</Corrected>
      {onCorrect ? (
        <Row justify="end">
          <Button look="quiet" small onClick={onCorrect}>{t`Correct`}</Button>
        </Row>
      ) : null}
    </article>
  );
}

function Wording({ of }: { of: Screening | Screening['earlier'][number] }) {
  const { t } = useLingui();
  return (
    <>
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
    </>
  );
}
