import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { capability, capacity, serviceCategory, stateChoices, useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import { Check, ChipChoice, Fold, Select, TextArea, TextField, useForm, useFormValue } from '~/ui';
import css from './directory.module.css';
import { languageCode, languages } from './languages';
import { languageWords } from './languageWords';
import { factsOf, inputOf, said } from './record';
import type { FullService } from './ServicePage';
import { ageOf } from './search';

const RecordDocument = graphql(`
  mutation ServiceRecord($input: ServiceRecordInput!) {
    serviceRecord(input: $input) {
      ... on ServiceRecordSuccess { service { id version } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

interface RecordFormProps {
  /** The service that is changed; a new one is recorded without it. */
  of?: FullService;
  onClose: () => void;
  onRecorded?: (id: string) => void;
}

/** What a curator knows of a service. To record is not to check it: that is said separately. */
export function RecordForm({ of, onClose, onRecorded }: RecordFormProps) {
  const { t } = useLingui();
  const { word, choices } = useWords();
  const record = useMutation(RecordDocument);
  const badAge = (text: string) =>
    Number.isNaN(ageOf(text)) ? t`Write whole years, like 15.` : null;
  const form = useForm({
    initialValues: factsOf(of),
    validate: (values) => ({
      name: values.name.trim() ? null : t`Write the name.`,
      organizationName: values.organizationName.trim() ? null : t`Write whose service it is.`,
      category: values.category ? null : t`Choose the kind of help.`,
      description: values.description.trim() ? null : t`Write what it does.`,
      state: values.state ? null : t`Choose a state or territory.`,
      minimumAge: badAge(values.minimumAge),
      maximumAge: badAge(values.maximumAge),
    }),
  });
  const secret = useFormValue(form, 'capabilities').includes('CONFIDENTIAL_LOCATION');
  const spoken = choices(languageWords).map(({ value, label }) => ({
    value: languages[value] as string,
    label,
  }));
  const others = (of?.languages ?? []).filter((one) => !languageCode(one));
  return (
    <DraftForm
      form={form}
      draft={`service:${of?.id ?? 'new'}`}
      version={of?.version}
      label={of ? t`Change the entry` : t`Record a service`}
      conflictWords={{ value: (path, value) => said(path, value, word) }}
      onSubmit={(values, { clientMutationKey, settledVersion }) =>
        record({
          input: {
            ...inputOf(values),
            clientMutationKey,
            ...(of ? { id: of.id, expectedVersion: settledVersion ?? of.version } : {}),
          },
        })
      }
      onDone={({ service }) => onRecorded?.(service.id)}
      onClose={onClose}
    >
      <TextField name="name" label={t`Name of the service`} required focusFirst />
      <TextField name="organizationName" label={t`Whose service it is`} required />
      <Select name="category" label={t`Kind of help`} choices={choices(serviceCategory)} required />
      <TextArea
        name="description"
        label={t`What it does`}
        hint={t`In words a young person would understand.`}
        required
      />
      <TextField name="phone" type="tel" label={t`Phone`} hint={t`For workers.`} />
      <div className={css.pairOfFields}>
        <TextField name="email" type="email" label={t`E-mail`} />
        <TextField name="url" label={t`Site`} placeholder="https://" />
      </div>
      <Select name="state" label={t`State or territory it is in`} choices={stateChoices} required />
      {secret ? null : <TextField name="city" label={t`City`} />}
      <Fold title={t`Also serves other states`}>
        <ChipChoice many name="states" label={t`It serves as well`} choices={stateChoices} />
      </Fold>
      <Fold title={t`Whom it takes, and how`} open={of === undefined}>
        <div className={css.pairOfFields}>
          <TextField name="minimumAge" label={t`Youngest, in years`} inputMode="numeric" />
          <TextField name="maximumAge" label={t`Oldest, in years`} inputMode="numeric" />
        </div>
        <ChipChoice
          many
          name="capabilities"
          label={t`What it says of itself`}
          hint={t`With "Confidential location", where it is is kept nowhere.`}
          choices={choices(capability)}
        />
        <ChipChoice
          many
          name="languages"
          label={t`Languages`}
          choices={[...spoken, ...others.map((one) => ({ value: one, label: one }))]}
        />
      </Fold>
      <ChipChoice name="capacity" label={t`Do they have room?`} choices={choices(capacity)} />
      {of ? (
        <Check
          name="closed"
          label={t`This service has ended`}
          hint={t`It is found no more; referrals that were made to it stay.`}
        />
      ) : null}
    </DraftForm>
  );
}
