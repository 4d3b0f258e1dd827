import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../actions/Button';
import { Row } from '../layout/Stack';
import { Modal } from '../overlay/Modal';
import css from './form.module.css';
import type { Conflict } from './useSubmission';

export interface ConflictWords {
  /** The name of what was changed. */
  label?: (path: string) => string | undefined;
  /** One of its values. */
  value?: (path: string, value: string) => string;
}

interface ConflictDialogProps {
  conflict: Conflict | undefined;
  labelOf: (path: string) => string | undefined;
  words: ConflictWords | undefined;
  onClose: () => void;
  /** The fields where the other person's value was chosen. */
  onSettle: (theirs: { path: string; value: string | null }[]) => void;
}

/** Somebody saved first: field by field, theirs or mine. Nothing is overwritten in silence. */
export function ConflictDialog(props: ConflictDialogProps) {
  const { conflict, labelOf, words, onClose, onSettle } = props;
  const { t } = useLingui();
  const [chosen, setChosen] = useState<Record<string, 'mine' | 'theirs'>>({});
  const fields = conflict?.fields ?? [];
  const open = fields.some(({ path }) => !chosen[path]);
  const said = (path: string, value: string | null) =>
    value ? (words?.value?.(path, value) ?? value) : t`(empty)`;
  const close = () => {
    setChosen({});
    onClose();
  };
  const settle = () => {
    const theirs = fields.filter(({ path }) => chosen[path] === 'theirs');
    setChosen({});
    onSettle(theirs.map(({ path, theirs: value }) => ({ path, value })));
  };
  return (
    <Modal
      opened={conflict !== undefined}
      onClose={close}
      title={t`Somebody else changed this too`}
    >
      <div className={css.conflict}>
        <p>
          <Trans>
            While you were writing, a colleague saved. Choose what to keep; both are here.
          </Trans>
        </p>
        {fields.map((field) => (
          <fieldset key={field.path} className={css.conflictField}>
            <legend>{words?.label?.(field.path) ?? labelOf(field.path) ?? field.path}</legend>
            {(['mine', 'theirs'] as const).map((side) => (
              <label key={side} className={css.conflictChoice}>
                <input
                  type="radio"
                  name={`conflict-${field.path}`}
                  checked={chosen[field.path] === side}
                  onChange={() => setChosen({ ...chosen, [field.path]: side })}
                />
                <span>
                  <span className={css.conflictWho}>{side === 'mine' ? t`Mine` : t`Theirs`}</span>
                  {said(field.path, side === 'mine' ? field.yours : field.theirs)}
                </span>
              </label>
            ))}
          </fieldset>
        ))}
        <Row>
          <Button look="main" disabled={open} onClick={settle}>
            {t`Save what I chose`}
          </Button>
          <Button onClick={close}>{t`Back to the form`}</Button>
        </Row>
      </div>
    </Modal>
  );
}
