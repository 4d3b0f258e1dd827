import { useLingui } from '@lingui/react/macro';
import { Masked } from '~/features/reveal/Masked';
import { personRole, useWords } from '~/features/words';
import { Button, Facts, Hideable, Row, Section, StatusPill } from '~/ui';
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
          <StatusPill tone={person.safeToContact ? 'active' : 'care'}>
            {person.safeToContact ? t`Has said that we may call` : t`Ask the team before calling`}
          </StatusPill>
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
          { label: t`Language`, value: person.language ?? unknown },
          ...masked.map(({ field, label, value }) => ({
            label,
            value: (
              <Masked
                id={person.id}
                field={field}
                label={t`${label} of ${person.name}`}
                value={value ?? { masked: false }}
              />
            ),
          })),
        ]}
      />
    </Section>
  );
}
