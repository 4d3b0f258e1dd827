import { useLingui } from '@lingui/react/macro';
import { useWords } from '~/features/words';
import { Button, Facts, Hideable, Moment, Row } from '~/ui';
import { Corrected } from './Corrected';
import type { Report } from './Observations';
import css from './observations.module.css';
import { reportedTo, reportMethod, tipKind } from './words';

interface ReportEntryProps {
  of: Report;
  onCorrect: (() => void) | undefined;
}

/** One report, and folded what it said before it was corrected. */
export function ReportEntry({ of, onCorrect }: ReportEntryProps) {
  const { t } = useLingui();
  return (
    <article className={css.entry}>
      <Wording of={of} />
      <Corrected of={of.earlier}>{(one) => <Wording of={one} />}</Corrected>
      {onCorrect ? (
        <Row justify="end">
          <Button look="quiet" small onClick={onCorrect}>{t`Correct`}</Button>
        </Row>
      ) : null}
    </article>
  );
}

function Wording({ of }: { of: Report | Report['earlier'][number] }) {
  const { t } = useLingui();
  const { word } = useWords();
  const facts = [
    { label: t`Made by`, value: of.filedBy ?? of.recordedBy?.name ?? t`somebody who left` },
    { label: t`Agency`, value: of.agency },
    { label: t`Spoken to`, value: of.personSpokenTo },
    { label: t`Number`, value: of.reference },
  ];
  return (
    <>
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
    </>
  );
}
