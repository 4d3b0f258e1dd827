import { Trans, useLingui } from '@lingui/react/macro';
import { Hideable, List, Notice } from '~/ui';
import type { FamilyMember } from './useFamily';

/** It was not safe to talk: who may be called at all, before anybody tries again. */
export function SafeContact({ people }: { people: readonly FamilyMember[] }) {
  const { t } = useLingui();
  return (
    <Notice tone="care" title={t`Not safe to talk: do not call again before you know it is`}>
      {people.length > 0 ? (
        <List items={people} itemKey={({ id }) => id} label={t`Who may be called`}>
          {(person) => (
            <>
              <Hideable>{person.name}</Hideable>
              {': '}
              {person.noContact
                ? t`may not be contacted`
                : person.safeToContact
                  ? t`has said that we may call`
                  : t`ask the team before calling`}
            </>
          )}
        </List>
      ) : (
        <Trans>Ask the team which way is safe.</Trans>
      )}
    </Notice>
  );
}
