import { useLingui } from '@lingui/react/macro';
import { Hideable, List, Notice } from '~/ui';
import type { FamilyMember } from './useFamily';

/** Who may not be contacted, and why, before anybody dials; nothing when all may be. */
export function NotToContact({ people }: { people: readonly FamilyMember[] }) {
  const { t } = useLingui();
  const none = people.filter(({ noContact }) => noContact);
  if (none.length === 0) return null;
  return (
    <Notice tone="care" title={t`Not to be contacted`}>
      <List items={none} itemKey={({ id }) => id} label={t`Not to be contacted`}>
        {({ name, noContactReason }) => (
          <>
            <Hideable>{name}</Hideable>
            {noContactReason ? `: ${noContactReason}` : null}
          </>
        )}
      </List>
    </Notice>
  );
}
