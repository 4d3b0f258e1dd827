import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { graphqlFetch } from './client';
import { sessionState, setSession } from './session';

const refused = () =>
  Response.json({ errors: [{ message: '', extensions: { code: 'UNAUTHENTICATED' } }] });
const fine = () => Response.json({ data: {} });

let calls: string[];
let graphqlAnswers: Response[];
let refreshed: boolean;
beforeEach(() => {
  calls = [];
  setSession('unknown');
  vi.stubGlobal('fetch', async (url: string) => {
    calls.push(url);
    if (url === '/auth/refresh') return new Response('{}', { status: refreshed ? 200 : 401 });
    return graphqlAnswers.shift() ?? fine();
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('the session behind a question', () => {
  it('is refreshed in silence, once, and the question asked again', async () => {
    refreshed = true;
    graphqlAnswers = [refused(), fine()];
    const answer = await graphqlFetch('/graphql');
    expect(await answer.json()).toEqual({ data: {} });
    expect(calls).toEqual(['/graphql', '/auth/refresh', '/graphql']);
    expect(sessionState()).toBe('live');
  });

  it('in the together view leads there, and says nothing of it on the way', async () => {
    const gone = vi.spyOn(window.location, 'replace').mockImplementation(() => undefined);
    graphqlAnswers = [
      Response.json(
        { errors: [{ message: '', extensions: { code: 'TOGETHER' } }] },
        { status: 403 },
      ),
    ];
    const silence = Symbol('silence');
    const answer = graphqlFetch('/graphql');
    await vi.waitFor(() => expect(gone).toHaveBeenCalledWith('/together'));
    expect(await Promise.race([answer, Promise.resolve(silence)])).toBe(silence);
    gone.mockRestore();
  });

  it('has ended when it cannot be refreshed: the sign-in screen comes up', async () => {
    refreshed = false;
    graphqlAnswers = [refused()];
    await graphqlFetch('/graphql');
    expect(calls).toEqual(['/graphql', '/auth/refresh']);
    expect(sessionState()).toBe('ended');
  });

  it('is refreshed once for questions that were asked together', async () => {
    refreshed = true;
    graphqlAnswers = [refused(), refused(), fine(), fine()];
    await Promise.all([graphqlFetch('/graphql'), graphqlFetch('/graphql')]);
    expect(calls.filter((url) => url === '/auth/refresh')).toHaveLength(1);
  });
});
