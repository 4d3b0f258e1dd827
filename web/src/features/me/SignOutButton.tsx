import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { api } from '~/gql/api';
import { Button } from '~/ui';

/** Ends the session and empties this page's memory by loading it anew. */
export function SignOutButton() {
  const [busy, setBusy] = useState(false);
  const signOut = async () => {
    setBusy(true);
    // Without an answer the page is emptied all the same; the session then ends by itself.
    await api('/auth/sign-out').catch(() => undefined);
    window.location.replace('/sign-in');
  };
  return (
    <Button onClick={() => void signOut()} busy={busy}>
      <Trans>Sign out</Trans>
    </Button>
  );
}
