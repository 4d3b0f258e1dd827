import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button, Form, type FormProps, type Values } from '~/ui';
import { DraftStatus } from './DraftStatus';
import { useDraft } from './useDraft';

interface DraftFormProps<V extends Values, Done>
  extends Omit<FormProps<V, Done>, 'submitLabel' | 'onDone'> {
  /** Which form about which thing, by opaque ids: `goal:<id>`. */
  draft: string;
  /** The version of what is changed; absent where something is added. */
  version?: number | undefined;
  /** What the main button says; "Save" when absent. */
  submitLabel?: string;
  /** Going back, and what follows when it is done. What was typed stays with the server. */
  onClose?: () => void;
  /** Going back, where being done leads elsewhere. */
  onBack?: () => void;
  /** Done, before it is closed. */
  onDone?: (value: Done, values: V) => void;
  /** Beside "Back" and the draft's state. */
  extra?: ReactNode;
}

/** A form that keeps itself as a draft: "Back" loses nothing, and the draft goes when it is sent. */
export function DraftForm<V extends Values, Done>(props: DraftFormProps<V, Done>) {
  const { draft: key, version, submitLabel, onClose, onBack = onClose, ...more } = props;
  const { onSubmit, onDone, extra, ...rest } = more;
  const { t } = useLingui();
  const draft = useDraft(key, rest.form, version);
  return (
    <Form
      {...rest}
      onSubmit={(values, sent) => {
        const shown = draft.version();
        return onSubmit(values, shown === undefined ? sent : { settledVersion: shown, ...sent });
      }}
      submitLabel={submitLabel ?? t`Save`}
      extra={
        <>
          {extra}
          {onBack ? <Button look="quiet" onClick={onBack}>{t`Back`}</Button> : null}
          <DraftStatus draft={draft} onStartOver={() => rest.form.reset()} />
        </>
      }
      onDone={(value, values) => {
        draft.discard();
        onDone?.(value, values);
        onClose?.();
      }}
    />
  );
}
