import { useLingui } from '@lingui/react/macro';
import { contactType, direction, familyNeed, useWords } from '~/features/words';
import type { ContactType } from '~/gql/generated/graphql';
import {
  ChipChoice,
  Columns,
  DateField,
  Fold,
  Select,
  TextArea,
  TextField,
  TimeField,
  type TrellisForm,
  useFormValue,
} from '~/ui';
import type { FamilyMember } from './useFamily';
import { type ContactValues, typeOf } from './values';

interface RestPartProps {
  form: TrellisForm<ContactValues>;
  people: readonly FamilyMember[];
}

/** What has a default: each fold says it, so that it is opened only to correct it. */
export function RestPart({ form, people }: RestPartProps) {
  const { t, i18n } = useLingui();
  const { choices, word } = useWords();
  const needs = useFormValue(form, 'needs');
  const next = useFormValue(form, 'nextContactOn');
  const person = useFormValue(form, 'person');
  const way = useFormValue(form, 'direction');
  const day = useFormValue(form, 'occurredAt');
  const outcome = useFormValue(form, 'outcome');
  const crises = useFormValue(form, 'crises');
  const chosenType = useFormValue(form, 'type');
  const type = typeOf({ type: chosenType, outcome, crises });
  const who = people.find(({ id }) => id === person)?.name;
  const nextDay = next ? i18n.date(new Date(`${next}T12:00`), { dateStyle: 'medium' }) : '';
  const when = day ? i18n.date(new Date(`${day}T12:00`), { dateStyle: 'medium' }) : t`now`;
  return (
    <>
      <Fold
        title={t`Needs`}
        summary={needs.length ? needs.map((one) => word(familyNeed, one)).join(', ') : t`none`}
      >
        <ChipChoice many name="needs" label={t`What do they need?`} choices={choices(familyNeed)} />
      </Fold>
      <Fold title={t`Agreed, next contact`} summary={nextDay || t`no day set`}>
        <TextArea name="agreed" label={t`What was agreed`} rows={2} />
        <DateField name="nextContactOn" label={t`Next contact on`} />
      </Fold>
      <Fold
        title={t`Who, when, what kind`}
        summary={[who, when, word(direction, way), word(contactType, type)]
          .filter(Boolean)
          .join(' · ')}
      >
        <ChipChoice
          label={t`With whom`}
          choices={people.map(({ id, name, relation }) => ({
            value: id,
            label: relation ? `${name} (${relation})` : name,
          }))}
          value={person}
          onChange={(id: string) => form.setFieldValue('person', id)}
        />
        <ChipChoice name="direction" label={t`Who reached out`} choices={choices(direction)} />
        <Select<ContactType>
          label={t`What kind of contact`}
          choices={choices(contactType)}
          value={type}
          onChange={(one) => form.setFieldValue('type', one)}
        />
        <Columns>
          <DateField name="occurredAt" label={t`Day, if it was not now`} />
          <TimeField name="time" label={t`Time`} />
          <TextField name="minutes" label={t`Minutes`} inputMode="numeric" maxLength={4} />
        </Columns>
      </Fold>
    </>
  );
}
