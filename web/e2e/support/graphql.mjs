// @ts-check
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

/**
 * Signs in as a program does, and returns how to do over the API what the screens of another
 * story do.
 * @param {string} url the server's
 * @param {{ login: string, password: string }} who
 */
export async function program(url, { login, password }) {
  const headers = { 'content-type': 'application/json', 'x-trellis': '1' };
  const signedIn = await fetch(`${url}/auth/sign-in`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ login, password, mode: 'token' }),
  });
  /** @type {{ accessToken: string }} */
  const { accessToken } = await signedIn.json();
  return async (
    /** @type {string} a mutation with `$input` */ query,
    /** @type {Record<string, unknown>} without its key */ input,
  ) => {
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { ...headers, authorization: `Bearer ${accessToken}` },
      body: JSON.stringify({
        query,
        variables: { input: { clientMutationKey: randomUUID(), ...input } },
      }),
    });
    const { data, errors } = await answer.json();
    assert.deepEqual(errors ?? [], [], 'the act was answered');
    return data;
  };
}

/** The id of the case that is open. @param {import('playwright-core').Page} page */
export const caseIdOf = (page) => new URL(page.url()).pathname.split('/')[2] ?? '';
