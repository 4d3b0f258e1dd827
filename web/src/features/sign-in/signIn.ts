import { t } from '@lingui/core/macro';
import { api } from '~/gql/api';
import { setSession } from '~/gql/session';
import type { Outcome } from '~/ui';

/** Asks for a session. Every refusal reads the same, whether or not the account exists. */
export async function signIn(login: string, password: string): Promise<Outcome<true>> {
  let answer: Response;
  try {
    answer = await api('/auth/sign-in', { login, password, mode: 'cookie' });
  } catch {
    return { kind: 'fault', message: t`There is no connection to the server just now.` };
  }
  if (answer.ok) {
    setSession('live');
    return { kind: 'done', value: true };
  }
  const body: { code?: string; retryAfter?: number } = await answer.json().catch(() => ({}));
  return { kind: 'problems', message: refusal(body.code, body.retryAfter), fields: [] };
}

function refusal(code: string | undefined, retryAfter = 60): string {
  if (code === 'TOO_MANY_TRIES') {
    const minutes = Math.max(1, Math.ceil(retryAfter / 60));
    return t`Too many tries. Wait about ${minutes} min and try again.`;
  }
  if (code === 'SIGN_IN_REFUSED') return t`This name and password do not go together. Try again.`;
  return t`Something went wrong on our side. Try again; if it stays, tell the help desk.`;
}
