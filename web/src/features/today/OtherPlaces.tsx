import { useLingui } from '@lingui/react/macro';
import { useViewer } from '~/gql';
import { placesFor } from '~/shell/places';
import { ButtonLink, EmptyState } from '~/ui';

/** For roles to which nothing is assigned by day: where their work is. */
export function OtherPlaces() {
  const { t, i18n } = useLingui();
  const places = placesFor(useViewer()).filter(({ to }) => to !== '/');
  return (
    <EmptyState
      title={t`Nothing waits for you today`}
      actions={places.map(({ to, label }) => (
        <ButtonLink key={to} to={to}>
          {i18n._(label)}
        </ButtonLink>
      ))}
    >
      {places.length > 0 ? t`Your work is here:` : t`When something does, you get a message.`}
    </EmptyState>
  );
}
