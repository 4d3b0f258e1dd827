import { useLingui } from '@lingui/react/macro';
import { Masked } from '~/features/reveal/Masked';
import { birthPrecision, personRole, useWords } from '~/features/words';
import { Button, Facts, Hideable, Row, Section, StatusPill } from '~/ui';
import { AlsoOn } from './AlsoOn';
import type { Person } from './People';

interface PersonCardProps {
  person: Person;
  onChange: (() => void) | undefined;
}

/** One person on a case. Hidden values stay on the server until they are asked for. */
export function PersonCard({ person, onChange }: PersonCardProps) {
  const { t } = useLingui();
  const { word } = useWords();
  const unknown = t`Not recorded`;
  const contact = person.noContact
    ? t`May not be contacted`
    : person.safeToContact
      ? t`Has said that we may call`
      : t`Ask the team before calling`;
  const masked = [
    { field: 'LEGAL_NAME', label: t`Legal name`, value: person.legalName },
    { field: 'BIRTH_DATE', label: t`Birth date`, value: person.birthDate },
    { field: 'PHONE', label: t`Phone`, value: person.phone },
    { field: 'ADDRESS', label: t`Address`, value: person.address },
  ] as const;
  return (
    <Section
      title={<Hideable>{person.name}</Hideable>}
      actions={
        <Row>
          <StatusPill tone={person.safeToContact ? 'active' : 'care'}>{contact}</StatusPill>
          {person.allegedOffender && person.role !== 'ALLEGED_OFFENDER' ? (
            <StatusPill tone="care">{word(personRole, 'ALLEGED_OFFENDER')}</StatusPill>
          ) : null}
          {person.disqualifiedSigner ? (
            <StatusPill tone="care">{t`May not sign`}</StatusPill>
          ) : null}
          {onChange ? (
            <Button
              small
              look="quiet"
              aria-label={t`Change ${person.name}`}
              onClick={onChange}
            >{t`Change`}</Button>
          ) : null}
        </Row>
      }
    >
      <Facts
        items={[
          {
            label: t`Part in the case`,
            value: [word(personRole, person.role), person.relation].filter(Boolean).join(' · '),
          },
          { label: t`Pronouns`, value: person.pronouns ?? unknown },
          { label: t`Languages`, value: person.languages.join(', ') || unknown },
          { label: t`Nation or tribe`, value: person.tribe ?? unknown },
          ...masked.map(({ field, label, value }) => ({
            label,
            value: (
              <Row>
                <Masked
                  id={person.id}
                  field={field}
                  label={t`${label} of ${person.name}`}
                  value={value ?? { masked: false }}
                />
                {field === 'BIRTH_DATE' && person.birthPrecision ? (
                  <span className="t-soft">{word(birthPrecision, person.birthPrecision)}</span>
                ) : null}
              </Row>
            ),
          })),
          ...(person.noContact
            ? [
                {
                  label: t`Why they may not be contacted`,
                  value: person.noContactReason ?? unknown,
                },
              ]
            : []),
          ...(person.alsoOn.length > 0
            ? [
                {
                  label: t`Also on`,
                  value: <AlsoOn person={person} mayPart={onChange !== undefined} />,
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}
