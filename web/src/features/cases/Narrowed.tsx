import { Trans, useLingui } from '@lingui/react/macro';
import { ButtonLink, Row, StatusPill } from '~/ui';
import type { CasesSearch } from './search';

interface NarrowedProps {
  search: CasesSearch;
  /** The name behind the specialist's id, once rows have told it. */
  specialist: string | undefined;
}

/** Says what else narrows the list besides the view, and how to be rid of it. */
export function Narrowed({ search, specialist }: NarrowedProps) {
  const { t } = useLingui();
  if (!search.specialist && !search.referrals && !search.whose) return null;
  return (
    <Row>
      <span className="t-soft">
        <Trans>Only</Trans>
      </span>
      {search.whose ? <StatusPill>{t`cases of my teams`}</StatusPill> : null}
      {search.specialist ? (
        <StatusPill>
          {specialist ? t`cases of ${specialist}` : t`cases of one specialist`}
        </StatusPill>
      ) : null}
      {search.referrals ? <StatusPill>{t`a referral waits for an answer`}</StatusPill> : null}
      <ButtonLink
        to="/cases"
        search={search.view ? { view: search.view } : {}}
        look="quiet"
      >{t`Clear the filter`}</ButtonLink>
    </Row>
  );
}
