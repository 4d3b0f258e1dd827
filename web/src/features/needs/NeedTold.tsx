import { useLingui } from '@lingui/react/macro';
import { capability, serviceCategory, useWords } from '~/features/words';
import { graphql, useQuery } from '~/gql';
import { Day, Facts, Link, Section, Stack } from '~/ui';
import { ageBand, neededLanguage } from './words';

const NeedToldDocument = graphql(`
  query NeedTold($id: ID!) {
    referral(id: $id) {
      id
      profile { category ageBand accepts languages neededBy }
      askedTogether { id reference state service { id name } }
    }
  }
`);

/** What the service was told of the need, and who else was asked the same at once. */
export function NeedTold({ referralId }: { referralId: string }) {
  const { t } = useLingui();
  const { word } = useWords();
  const { data } = useQuery(NeedToldDocument, { id: referralId }, { touches: ['Referral'] });
  const of = data?.referral;
  if (!of || (!of.profile && !of.askedTogether.length)) return null;
  const { profile } = of;
  const items = profile
    ? [
        { label: t`Kind of help`, value: word(serviceCategory, profile.category) },
        ...(profile.ageBand ? [{ label: t`Age`, value: word(ageBand, profile.ageBand) }] : []),
        ...(profile.accepts.length
          ? [
              {
                label: t`Whom it must take`,
                value: profile.accepts.map((one) => word(capability, one)).join('; '),
              },
            ]
          : []),
        ...(profile.languages.length
          ? [
              {
                label: t`Languages`,
                value: profile.languages.map((one) => word(neededLanguage, one)).join(', '),
              },
            ]
          : []),
        ...(profile.neededBy
          ? [{ label: t`Needed by`, value: <Day value={profile.neededBy} /> }]
          : []),
      ]
    : [];
  return (
    <Section title={t`What the service was told`}>
      <Stack>
        {items.length ? <Facts items={items} /> : null}
        {of.askedTogether.length ? (
          <p>
            {t`Asked at the same time:`}{' '}
            {of.askedTogether.map((one, place) => (
              <span key={one.id}>
                {place ? ', ' : ''}
                <Link to="/referrals/$referralId" params={{ referralId: one.id }}>
                  {one.service.name}
                </Link>
              </span>
            ))}
          </p>
        ) : null}
      </Stack>
    </Section>
  );
}
