import { useLingui } from '@lingui/react/macro';
import { StatusPill, useNow } from '~/ui';

/** Whether a staffing is to come, has been, or was called off. */
export function StaffingState({ of }: { of: { at: string; cancelled: boolean } }) {
  const { t } = useLingui();
  const now = useNow();
  if (of.cancelled) return <StatusPill>{t`Cancelled`}</StatusPill>;
  return new Date(of.at).getTime() > now ? (
    <StatusPill tone="waiting">{t`To come`}</StatusPill>
  ) : (
    <StatusPill tone="done">{t`Held`}</StatusPill>
  );
}
