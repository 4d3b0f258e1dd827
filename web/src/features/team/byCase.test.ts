import { expect, test } from 'vitest';
import { byCase } from './byCase';

test('each problem of a case is told with its name, others stay as they are', () => {
  const outcome = {
    kind: 'problems' as const,
    message: 'Some fields need another look.',
    fields: [
      { path: 'cases.1', message: 'This colleague already has that part.' },
      { path: 'user', message: 'This colleague has left.' },
      { path: 'cases.9', message: 'Of none that was sent.' },
    ],
  };
  expect(byCase(outcome, [{ alias: 'Fern' }, { alias: 'Moss' }])).toEqual({
    ...outcome,
    fields: [
      { path: 'cases.1', message: 'Moss: This colleague already has that part.' },
      ...outcome.fields.slice(1),
    ],
  });
  const done = { kind: 'done' as const, value: 1 };
  expect(byCase(done, [])).toBe(done);
});
