import type { Outcome } from '~/ui';
import type { Chosen } from './BulkAssign';

/** Says each problem of one of several cases with that case's name: `cases.2` is nobody's words. */
export function byCase<Value>(
  outcome: Outcome<Value>,
  cases: readonly Pick<Chosen, 'alias'>[],
): Outcome<Value> {
  if (outcome.kind !== 'problems') return outcome;
  const fields = outcome.fields.map((field) => {
    const at = /^cases\.(\d+)/.exec(field.path)?.[1];
    const alias = at === undefined ? undefined : cases[Number(at)]?.alias;
    return alias ? { ...field, message: `${alias}: ${field.message}` } : field;
  });
  return { ...outcome, fields };
}
