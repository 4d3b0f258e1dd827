import { Trans, useLingui } from '@lingui/react/macro';
import { Page } from '~/ui';

/** The same words for an address that leads nowhere and for what one may not open (rule 30). */
export function NotFound() {
  const { t } = useLingui();
  return (
    <Page title={t`This cannot be opened`} narrow>
      <p>
        <Trans>It may not exist, or it may not be yours to see. Your supervisor can help.</Trans>
      </p>
      <p>
        <a href="/">
          <Trans>Go to Today</Trans>
        </a>
      </p>
    </Page>
  );
}
