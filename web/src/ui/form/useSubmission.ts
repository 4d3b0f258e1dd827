import { useRef, useState } from 'react';
import { newKey } from './key';
import type { FieldProblem, Outcome, Submission } from './outcome';
import type { TrellisForm, Values } from './useForm';

export type Conflict = Extract<Outcome<never>, { kind: 'conflict' }>;
type Fault = Extract<Outcome<never>, { kind: 'fault' }>;

interface Options<V extends Values, Done> {
  form: TrellisForm<V>;
  onSubmit: (values: V, submission: Submission) => Promise<Outcome<Done>>;
  onDone: (value: Done, values: V) => void;
  readTheirs?: ((path: string) => unknown) | undefined;
}
interface Sent {
  key: string;
  values: string;
}

const nothing: FieldProblem[] = [];

/** The life of a submission: one at a time, one key until it is answered. */
export function useSubmission<V extends Values, Done>({
  form,
  onSubmit,
  onDone,
  readTheirs,
}: Options<V, Done>) {
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<FieldProblem[]>(nothing);
  const [fault, setFault] = useState<Fault>();
  const [conflict, setConflict] = useState<Conflict>();
  const inFlight = useRef(false);
  const unanswered = useRef<Sent>(undefined);
  const settledVersion = useRef<number>(undefined);

  /** The key is kept only for an unanswered try with the same values: the server may have it. */
  const keyFor = (values: V): string => {
    const text = JSON.stringify([values, settledVersion.current]);
    if (unanswered.current?.values !== text) unanswered.current = { key: newKey(), values: text };
    return unanswered.current.key;
  };

  const send = async () => {
    if (inFlight.current) return;
    const checked = form.validate();
    if (checked.hasErrors) {
      setProblems(
        Object.entries(checked.errors).map(([path, message]) => ({
          path,
          message: String(message),
        })),
      );
      return;
    }
    inFlight.current = true;
    setBusy(true);
    setFault(undefined);
    setProblems(nothing);
    const values = form.getValues();
    try {
      const clientMutationKey = keyFor(values);
      const outcome = await onSubmit(values, {
        clientMutationKey,
        ...(settledVersion.current === undefined ? {} : { settledVersion: settledVersion.current }),
      });
      show(outcome, values);
    } finally {
      inFlight.current = false;
      setBusy(false);
    }
  };

  const show = (outcome: Outcome<Done>, values: V) => {
    if (outcome.kind === 'fault') {
      setFault(outcome);
      return;
    }
    unanswered.current = undefined;
    if (outcome.kind === 'done') {
      settledVersion.current = undefined;
      onDone(outcome.value, values);
    } else if (outcome.kind === 'conflict') {
      setConflict(outcome);
    } else {
      const fields = outcome.fields.length
        ? outcome.fields
        : [{ path: '', message: outcome.message }];
      form.setErrors(Object.fromEntries(fields.map(({ path, message }) => [path, message])));
      setProblems(fields);
    }
  };

  /** Takes over the values chosen from "theirs" and sends again on top of their version. */
  const settle = (theirs: { path: string; value: string | null }[]) => {
    for (const { path, value } of theirs) {
      const held = readTheirs?.(path) ?? asFieldValue(value, form.getValues(), path);
      form.setFieldValue(path, held as never);
    }
    settledVersion.current = conflict?.currentVersion;
    setConflict(undefined);
    void send();
  };

  return {
    busy,
    problems,
    fault,
    conflict,
    send: () => void send(),
    settle,
    leaveConflict: () => setConflict(undefined),
  };
}

/** Conflicts carry text; a field that holds something else gets it read back from JSON. */
function asFieldValue(text: string | null, values: Values, path: string): unknown {
  const now = path
    .split('.')
    .reduce<unknown>((at, part) => (at as Values | undefined)?.[part], values);
  if (text === null) return typeof now === 'string' ? '' : null;
  if (typeof now === 'string' || now === null || now === undefined) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
