import { CombinedError } from 'urql';
import { describe, expect, it } from 'vitest';
import { outcomeOf } from './outcome';

type Answer = { __typename: 'Mutation'; act: { __typename: string } };
const answer = (act: object) => ({ __typename: 'Mutation', act }) as Answer;

describe('what became of a change', () => {
  it('reads the success', () => {
    const success = { __typename: 'ActSuccess', plan: { id: '1' } };
    expect(outcomeOf(answer(success), undefined)).toEqual({ kind: 'done', value: success });
  });

  it('reads problems by field', () => {
    const problem = {
      __typename: 'ValidationProblem',
      message: 'Look again',
      fields: [{ path: ['goals', '0', 'text'], message: 'Say more' }],
    };
    expect(outcomeOf(answer(problem), undefined)).toEqual({
      kind: 'problems',
      message: 'Look again',
      fields: [{ path: 'goals.0.text', message: 'Say more' }],
    });
  });

  it('reads a refusal without fields', () => {
    const problem = { __typename: 'ForbiddenProblem', message: 'Ask your supervisor' };
    expect(outcomeOf(answer(problem), undefined)).toEqual({
      kind: 'problems',
      message: 'Ask your supervisor',
      fields: [],
    });
  });

  it('reads a conflict with both values', () => {
    const problem = {
      __typename: 'ConflictProblem',
      message: 'Changed meanwhile',
      currentVersion: 4,
      fields: [{ path: ['note'], yours: 'a', theirs: null }],
    };
    expect(outcomeOf(answer(problem), undefined)).toMatchObject({
      kind: 'conflict',
      currentVersion: 4,
      fields: [{ path: 'note', yours: 'a', theirs: null }],
    });
  });

  it('tells a fault by its code, with the number for the help desk, never by its own text', () => {
    const error = new CombinedError({
      graphQLErrors: [{ message: 'raw', extensions: { code: 'INTERNAL', requestId: 'r-1' } }],
    });
    const outcome = outcomeOf(undefined, error);
    expect(outcome).toMatchObject({ kind: 'fault', requestId: 'r-1' });
    expect(JSON.stringify(outcome)).not.toContain('raw');
  });
});
