import { Trans, useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, type ReactNode, useCallback, useId, useMemo, useRef } from 'react';
import { Button } from '../actions/Button';
import { KeyHint } from '../actions/KeyHint';
import { Notice } from '../feedback/Notice';
import { ConflictDialog, type ConflictWords } from './ConflictDialog';
import { FormContext, fieldId, type KnownField } from './context';
import { ErrorSummary } from './ErrorSummary';
import css from './form.module.css';
import type { Outcome, Submission } from './outcome';
import type { TrellisForm, Values } from './useForm';
import { useSubmission } from './useSubmission';

export interface FormProps<V extends Values, Done> {
  form: TrellisForm<V>;
  /** Sends the values. Give `clientMutationKey` on as it is. */
  onSubmit: (values: V, submission: Submission) => Promise<Outcome<Done>>;
  onDone: (value: Done, values: V) => void;
  submitLabel: string;
  /** The fields. */
  children: ReactNode;
  /** Beside the submit button: "Back", "Save and add another", the draft's state. */
  extra?: ReactNode;
  label?: string;
  /** How a conflict is said to people, where it has no field here or the field cannot say it. */
  conflictWords?: ConflictWords;
  /** What a field holds when theirs is chosen in a conflict, where that is more than its text. */
  readTheirs?: (path: string) => unknown;
}

/**
 * The wrapper around every form: Ctrl+Enter sends it, problems are listed on top and beside their
 * fields, a conflict is settled field by field, a second press does nothing, and nothing that was
 * typed is ever cleared by an answer.
 */
export function Form<V extends Values, Done>(props: FormProps<V, Done>) {
  const { form, onSubmit, onDone, submitLabel, children, extra, label, conflictWords, readTheirs } =
    props;
  const { t } = useLingui();
  const id = useId();
  const fields = useRef(new Map<string, KnownField>());
  const submission = useSubmission({ form, onSubmit, onDone, readTheirs });

  const register = useCallback((name: string, field: KnownField) => {
    fields.current.set(name, field);
    return () => void fields.current.delete(name);
  }, []);
  const scope = useMemo(
    () => ({ form: form as unknown as TrellisForm<Values>, id, register }),
    [form, id, register],
  );
  const labelOf = (path: string) =>
    conflictWords?.label?.(path) ?? fields.current.get(path)?.label ?? path;
  const said = (path: string, value: string) => {
    const own = conflictWords?.value?.(path, value) ?? value;
    return own === value ? (fields.current.get(path)?.say(value) ?? value) : own;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submission.send();
    }
  };
  // useMemo keeps the list the same between draws, so that focus moves once per answer.
  const entries = useMemo(
    () =>
      submission.problems.map(({ path, message }) => ({
        message,
        label: fields.current.get(path)?.label,
        fieldId: fields.current.has(path) ? fieldId(id, path) : undefined,
      })),
    [submission.problems, id],
  );

  return (
    <FormContext value={scope}>
      <form
        className={css.form}
        aria-label={label}
        noValidate
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          submission.send();
        }}
      >
        <ErrorSummary entries={entries} />
        {children}
        {submission.fault ? (
          <Notice tone="problem" title={t`Not saved. What you wrote is still here`}>
            {submission.fault.message}
            {submission.fault.requestId ? (
              <>
                {' '}
                <Trans>Number for the help desk: {submission.fault.requestId}</Trans>
              </>
            ) : null}
          </Notice>
        ) : null}
        <div className={css.actions}>
          <Button type="submit" look="main" busy={submission.busy}>
            {submitLabel}
          </Button>
          {extra}
          <span className={css.hint} aria-hidden>
            <KeyHint keys={['Ctrl', 'Enter']} />
          </span>
        </div>
      </form>
      <ConflictDialog
        conflict={submission.conflict}
        labelOf={labelOf}
        said={said}
        onClose={submission.leaveConflict}
        onSettle={submission.settle}
      />
    </FormContext>
  );
}
