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
  labelOf: (path: string) => string;
  said: (path: string, value: string) => string;
  onClose: () => void;
  /** The fields where the other person's value was chosen. */
  onSettle: (theirs: { path: string; value: string | null }[]) => void;
}

/** Somebody saved first: field by field, theirs or mine. Nothing is overwritten in silence. */
export function ConflictDialog(props: ConflictDialogProps) {
  const { conflict, labelOf, said, onClose, onSettle } = props;
  const { t } = useLingui();
  const [chosen, setChosen] = useState<Record<string, 'mine' | 'theirs'>>({});
  const fields = conflict?.fields ?? [];
  const open = fields.some(({ path }) => !chosen[path]);
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
          {fields.length ? (
            <Trans>
              While you were writing, a colleague saved. Choose what to keep; both are here.
            </Trans>
          ) : (
            <Trans>
              While you were writing, a colleague saved something else here. What you wrote is kept:
              look at it once more, or save it as it is.
            </Trans>
          )}
        </p>
        {fields.map((field) => (
          <fieldset key={field.path} className={css.conflictField}>
            <legend>{labelOf(field.path)}</legend>
            {(['mine', 'theirs'] as const).map((side) => {
              const value = side === 'mine' ? field.yours : field.theirs;
              return (
                <label key={side} className={css.conflictChoice}>
                  <input
                    type="radio"
                    name={`conflict-${field.path}`}
                    checked={chosen[field.path] === side}
                    onChange={() => setChosen({ ...chosen, [field.path]: side })}
                  />
                  <span>
                    <span className={css.conflictWho}>{side === 'mine' ? t`Mine` : t`Theirs`}</span>
                    {value ? said(field.path, value) : t`(empty)`}
                  </span>
                </label>
              );
            })}
          </fieldset>
        ))}
        <Row>
          <Button look="main" disabled={open} onClick={settle}>
            {fields.length ? t`Save what I chose` : t`Save it as it is`}
          </Button>
          <Button onClick={close}>{t`Back to the form`}</Button>
        </Row>
      </div>
    </Modal>
  );
}
