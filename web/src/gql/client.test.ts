import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { changeFetch, graphqlFetch, questionFetch } from './client';
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

describe('an answer that a change has overtaken', () => {
  const told = (what: string) => Response.json({ data: { told: what } });
  const body = async (answer: Response) => (await answer.json()).data.told;

  it('is asked for again, and what the screen gets is from after the change', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let stands = 'old';
    vi.stubGlobal('fetch', async (_: string, init: { body: string }) => {
      calls.push(init.body);
      if (init.body === 'change') {
        stands = 'new';
        return fine();
      }
      const answer = told(stands);
      if (calls.length === 1) await held;
      return answer;
    });
    const asked = questionFetch('/graphql', { body: 'question' });
    await changeFetch('/graphql', { body: 'change' });
    release();
    expect(await body(await asked)).toBe('new');
    expect(calls).toEqual(['question', 'change', 'question']);
  });

  it('is kept when nothing was changed meanwhile', async () => {
    await changeFetch('/graphql', { body: 'change' });
    graphqlAnswers = [told('as it is')];
    expect(await body(await questionFetch('/graphql'))).toBe('as it is');
    expect(calls).toEqual(['/graphql', '/graphql']);
  });

  it('is asked for again also when the answer to the change was lost', async () => {
    let arrived = 0;
    vi.stubGlobal('fetch', async (_: string, init: { body: string }) => {
      if (init.body === 'change') throw new TypeError('network');
      arrived += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
      return told(String(arrived));
    });
    const asked = questionFetch('/graphql', { body: 'question' });
    await expect(changeFetch('/graphql', { body: 'change' })).rejects.toThrow('network');
    expect(await body(await asked)).toBe('2');
  });
});
