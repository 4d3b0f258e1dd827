import type { CombinedError } from 'urql';
import type { Outcome } from '~/ui';
import { faultOf } from './fault';

/** What every problem type of the schema may carry; a document asks for what it wants to show. */
interface AnyResult {
  __typename: string;
  message?: string;
  why?: string;
  currentVersion?: number;
  fields?: { path: string[]; message?: string; yours?: string | null; theirs?: string | null }[];
}

/** The success member of a mutation's result union. */
export type SuccessOf<Data> = {
  [Field in keyof Data as Field extends '__typename' ? never : Field]: Extract<
    Data[Field],
    { __typename: `${string}Success` }
  >;
} extends infer Fields
  ? Fields[keyof Fields]
  : never;

/** Reads a mutation's answer: its success, the person's problems, a conflict, or a fault. */
export function outcomeOf<Data extends object>(
  data: Data | undefined | null,
  error: CombinedError | undefined,
): Outcome<SuccessOf<Data>> {
  if (error) {
    const { message, requestId } = faultOf(error);
    return { kind: 'fault', message, requestId };
  }
  const result = Object.entries(data ?? {}).find(([field]) => field !== '__typename')?.[1] as
    | AnyResult
    | undefined;
  const message = result?.message ?? '';
  if (result?.__typename.endsWith('Success')) {
    return { kind: 'done', value: result as SuccessOf<Data> };
  }
  const fields = result?.fields ?? [];
  if (result?.__typename === 'ConflictProblem') {
    return {
      kind: 'conflict',
      message,
      currentVersion: result.currentVersion ?? 0,
      fields: fields.map(({ path, yours = null, theirs = null }) => ({
        path: path.join('.'),
        yours,
        theirs,
      })),
    };
  }
  return {
    kind: 'problems',
    message,
    why: result?.why,
    fields: fields.map((field) => ({ path: field.path.join('.'), message: field.message ?? '' })),
  };
}
