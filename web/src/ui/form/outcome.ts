/** What became of a submission. The GraphQL layer makes these; the form shows them. */
export type Outcome<Value> =
  | { kind: 'done'; value: Value }
  /** `why`: the code of a refusal, where the document asked for it. */
  | { kind: 'problems'; message: string; fields: FieldProblem[]; why?: string | undefined }
  | { kind: 'conflict'; message: string; currentVersion: number; fields: FieldConflict[] }
  /** Not the person's doing: no connection, a fault of the server. What was typed stays. */
  | { kind: 'fault'; message: string; requestId?: string | undefined };

export interface FieldProblem {
  /** The field's name with dots, as the form knows it: `goals.0.text`. Empty: the whole form. */
  path: string;
  message: string;
}

export interface FieldConflict {
  path: string;
  yours: string | null;
  theirs: string | null;
}

/** What a form hands to its `onSubmit` besides the values. */
export interface Submission {
  /** The same for every try of one submission, so that the server applies it once. */
  clientMutationKey: string;
  /** The version whose values were shown, after a conflict was settled or when a draft was begun. */
  settledVersion?: number;
}
