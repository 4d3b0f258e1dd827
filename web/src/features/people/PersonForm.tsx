import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { birthPrecision, personRole, useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import type { BirthPrecision, PersonRole } from '~/gql/generated/graphql';
import {
  Check,
  ChipChoice,
  Columns,
  Fold,
  type Outcome,
  Select,
  type Submission,
  TextArea,
  TextField,
  useForm,
} from '~/ui';
import { NoContact } from './NoContact';
import type { Person } from './People';

const AddDocument = graphql(`
  mutation CasePersonAdd($input: CasePersonAddInput!) {
    casePersonAdd(input: $input) {
      ... on CasePersonAddSuccess { person { id version } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);
const ChangeDocument = graphql(`
  mutation CasePersonChange($input: CasePersonChangeInput!) {
    casePersonChange(input: $input) {
      ... on CasePersonChangeSuccess { person { id version } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

interface PersonFormProps {
  caseId: string;
  person: Person | undefined;
  onClose: () => void;
}

/** Adds or changes a person. Hidden values are not shown here: left empty, they stay as they are. */
export function PersonForm({ caseId, person, onClose }: PersonFormProps) {
  const { t } = useLingui();
  const { choices } = useWords();
  const add = useMutation(AddDocument);
  const change = useMutation(ChangeDocument);
  const form = useForm({
    initialValues: {
      role: (person?.role ?? null) as PersonRole | null,
      name: person?.name ?? '',
      relation: person?.relation ?? '',
      safeToContact: person?.safeToContact ?? false,
      phone: '',
      legalName: '',
      birthDate: '',
      address: '',
      birthPrecision: (person?.birthPrecision ?? null) as BirthPrecision | null,
      pronouns: person?.pronouns ?? '',
      languages: person?.languages.join(', ') ?? '',
      tribe: person?.tribe ?? '',
      noContact: person?.noContact ?? false,
      noContactReason: person?.noContactReason ?? '',
      allegedOffender: person?.allegedOffender ?? false,
      disqualifiedSigner: person?.disqualifiedSigner ?? false,
    },
    validate: (values) => ({
      role: values.role ? null : t`Choose their part in the case.`,
      name: values.name.trim() ? null : t`Write the name in daily use.`,
      noContactReason:
        !values.noContact || values.noContactReason.trim()
          ? null
          : t`Say why they may not be contacted.`,
    }),
  });
  const keeps = person ? t`Left empty, it stays as it is.` : undefined;
  const save = (values: typeof form.values, sent: Submission): Promise<Outcome<unknown>> => {
    const facts = {
      clientMutationKey: sent.clientMutationKey,
      ...told(values),
      role: values.role as PersonRole,
      // Both say everything that is so now: empty takes it away.
      tribe: values.tribe,
      languages: values.languages
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean),
      // Who may not be contacted has no way that is safe.
      safeToContact: values.safeToContact && !values.noContact,
    };
    return person
      ? change({
          input: {
            ...facts,
            id: person.id,
            expectedVersion: sent.settledVersion ?? person.version,
          },
        })
      : add({ input: { ...facts, case: caseId } });
  };
  return (
    <DraftForm
      form={form}
      draft={`person:${person?.id ?? caseId}`}
      version={person?.version}
      label={person ? t`Change a person` : t`Add a person`}
      onSubmit={save}
      onClose={onClose}
    >
      <TextField
        name="name"
        label={t`Name in daily use`}
        hint={t`Open to the whole team. Not the legal name, unless that is the one they want.`}
        required
        focusFirst
      />
      <Select name="role" label={t`Part in the case`} choices={choices(personRole)} required />
      <TextField name="relation" label={t`What they are to the young person`} />
      <Check
        name="safeToContact"
        label={t`They have said that we may call this number`}
        hint={t`Not sure? Leave it open and ask the team first.`}
      />
      <NoContact form={form} />
      <TextField name="phone" type="tel" label={t`Phone`} hint={keeps} />
      <Fold title={t`Legal name, birth date, address, languages, nation`}>
        <TextField name="legalName" label={t`Legal name`} hint={keeps} />
        <TextField
          name="birthDate"
          label={t`Birth date`}
          hint={t`As far as it is known: 2011-04-30, 2011-04 or 2011.`}
        />
        <ChipChoice
          name="birthPrecision"
          label={t`How precisely is it known?`}
          choices={choices(birthPrecision)}
        />
        <TextArea name="address" label={t`Address`} hint={keeps} rows={2} />
        <Columns>
          <TextField name="pronouns" label={t`Pronouns`} />
          <TextField
            name="languages"
            label={t`Languages`}
            hint={t`The one they like best first, with commas between.`}
          />
        </Columns>
        <TextField name="tribe" label={t`Nation or tribe`} />
      </Fold>
      <Fold title={t`Safety: what they may not do`}>
        <Check
          name="allegedOffender"
          label={t`May have done what happened`}
          hint={t`Then they never sign for the young person.`}
        />
        <Check name="disqualifiedSigner" label={t`May not sign for the young person`} />
      </Fold>
    </DraftForm>
  );
}

/** Empty is "not told": the server leaves such a field as it is. */
function told<V extends Record<string, unknown>>(values: V): V {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.trim() || null : value,
    ]),
  ) as V;
}
