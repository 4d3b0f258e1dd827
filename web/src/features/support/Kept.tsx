import { Trans, useLingui } from '@lingui/react/macro';
import { Day } from '~/ui';

interface KeptProps {
  by: { name: string } | null | undefined;
  at: string;
}

/** Who wrote it last, and when. */
export function Kept({ by, at }: KeptProps) {
  const { t } = useLingui();
  const who = by?.name ?? t`somebody who left`;
  return (
    <p className="t-soft">
      <Trans>
        Written by {who}, <Day value={at} />
      </Trans>
    </p>
  );
}
