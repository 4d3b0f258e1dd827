import { Trans } from '@lingui/react/macro';
import type { RequestState } from '~/gql/generated/graphql';
import { Ago, StatusPill, useNow } from '~/ui';

interface FirstResponseProps {
  request: { state: RequestState; firstResponseDueAt: string; firstResponseAt?: string | null };
}

/** When the first response is due or was given. Lateness is said in words, not by colour alone. */
export function FirstResponse({ request }: FirstResponseProps) {
  const now = useNow();
  if (request.firstResponseAt) {
    return (
      <span>
        <Trans>
          given <Ago value={request.firstResponseAt} />
        </Trans>
      </span>
    );
  }
  const late = new Date(request.firstResponseDueAt).getTime() < now;
  return (
    <StatusPill tone={late ? 'care' : 'waiting'}>
      {late ? (
        <Trans>
          was due <Ago value={request.firstResponseDueAt} />
        </Trans>
      ) : (
        <Trans>
          due <Ago value={request.firstResponseDueAt} />
        </Trans>
      )}
    </StatusPill>
  );
}
