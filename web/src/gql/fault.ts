import { t } from '@lingui/core/macro';
import type { CombinedError } from 'urql';

/** Something that is not the person's doing: the closed list of the server, and no answer at all. */
export interface Fault {
  code: string;
  message: string;
  /** What the help desk finds in the log. */
  requestId?: string | undefined;
}

/** The server's text for a fault is fixed English, so it is translated here by its code. */
export function faultOf(error: CombinedError): Fault {
  const extensions = error.graphQLErrors[0]?.extensions ?? {};
  const code = typeof extensions.code === 'string' ? extensions.code : connectionCode(error);
  const requestId = typeof extensions.requestId === 'string' ? extensions.requestId : undefined;
  return { code, message: say(code), requestId };
}

const connectionCode = (error: CombinedError): string =>
  error.networkError && !error.response ? 'OFFLINE' : 'INTERNAL';

function say(code: string): string {
  switch (code) {
    case 'OFFLINE':
      return t`There is no connection to the server just now.`;
    case 'UNAUTHENTICATED':
      return t`Your session has ended. Sign in to go on.`;
    case 'NOT_FOUND':
      return t`This cannot be opened. It may not exist, or it may not be yours to see.`;
    case 'RATE_LIMITED':
      return t`Too many requests at once. Wait a moment and try again.`;
    case 'UNKNOWN_DOCUMENT':
      return t`A newer version of this page is ready. Load the page again.`;
    default:
      return t`Something went wrong on our side. Try again; if it stays, tell the help desk.`;
  }
}
