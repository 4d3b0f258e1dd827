import { useLingui } from '@lingui/react/macro';
import { useViewer } from '~/gql';
import { Columns, Page } from '~/ui';
import { KeySettings } from './KeySettings';
import { LookSettings } from './LookSettings';
import { PasswordForm } from './PasswordForm';
import { Sessions } from './Sessions';
import { SignOutButton } from './SignOutButton';

/** What a person may set about their own use of the site. */
export function Me() {
  const { t } = useLingui();
  const viewer = useViewer();
  return (
    <Page title={t`My settings`} lead={viewer.user.name} actions={<SignOutButton />}>
      <Columns wide>
        <LookSettings />
        <KeySettings />
        <Sessions />
        <PasswordForm />
      </Columns>
    </Page>
  );
}
