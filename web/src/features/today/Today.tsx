import { useLingui } from '@lingui/react/macro';
import { useViewer } from '~/gql';
import { EmptyState, Page } from '~/ui';

/** What waits for this person today. Its parts are added by the features that know them. */
export function Today() {
  const { t, i18n } = useLingui();
  const viewer = useViewer();
  const day = i18n.date(new Date(), { dateStyle: 'full' });
  return (
    <Page title={t`Today`} lead={`${viewer.user.name}, ${day}`}>
      <EmptyState title={t`Nothing waits for you just now`} />
    </Page>
  );
}
