import { Plural, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import type { Chosen } from '~/features/team/BulkAssign';
import { Button, Notice, Row } from '~/ui';
import css from './cases.module.css';
import { mostSelected } from './useSelection';

const BulkAssign = lazy(() =>
  import('~/features/team/BulkAssign').then((m) => ({ default: m.BulkAssign })),
);

interface SelectedCasesProps {
  selected: readonly Chosen[];
  onAll: () => void;
  onClear: () => void;
}

/** What is done with the selected rows; it stays in sight while the list is scrolled. */
export function SelectedCases({ selected, onAll, onClear }: SelectedCasesProps) {
  const { t } = useLingui();
  const [assigning, setAssigning] = useState(false);
  if (selected.length === 0) return null;
  const tooMany = selected.length > mostSelected;
  return (
    <>
      <section className={css.selected} aria-label={t`Selected cases`}>
        <Row justify="between">
          <span role="status">
            <Plural value={selected.length} one="# case selected" other="# cases selected" />
          </span>
          <Row>
            <Button look="quiet" onClick={onClear}>{t`Select none`}</Button>
            <Button look="quiet" onClick={onAll}>{t`Select all shown`}</Button>
            <Button look="main" disabled={tooMany} onClick={() => setAssigning(true)}>
              {t`Assign them`}
            </Button>
          </Row>
        </Row>
        {tooMany ? <Notice tone="care">{t`At most 50 cases at once.`}</Notice> : null}
      </section>
      <Suspense fallback={null}>
        {assigning ? (
          <BulkAssign
            cases={selected}
            opened
            onClose={() => setAssigning(false)}
            onDone={onClear}
          />
        ) : null}
      </Suspense>
    </>
  );
}
