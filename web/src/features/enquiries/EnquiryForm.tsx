import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { asPicked, type Picked } from '~/features/referrals/picked';
import { ServicePicker } from '~/features/referrals/ServicePicker';
import { capability, serviceCategory, stateChoices, useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import type {
  AgeBand,
  Capability,
  NeededLanguage,
  ServiceCategory,
  State,
} from '~/gql/generated/graphql';
import { ChipChoice, Columns, DateField, Fold, Notice, Select, useForm, useFormValue } from '~/ui';
import { ageBand, neededLanguage } from './words';

const AskDocument = graphql(`
  mutation CapacityAsk($input: CapacityAskInput!) {
    capacityAsk(input: $input) {
      ... on CapacityAskSuccess { enquiry { id asked { id } } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

/** As many services as are asked at once. */
const mostAsked = 20;
const wishes = (Object.keys(capability) as Capability[]).filter(
  (code) => code !== 'CONFIDENTIAL_LOCATION',
);

interface EnquiryFormProps {
  caseId: string;
  /** Where the search begins. */
  state: State | null | undefined;
  onClose: () => void;
}

/** Vocabulary alone: the form has no field in which anything of anybody could be written (rule 86). */
export function EnquiryForm({ caseId, state, onClose }: EnquiryFormProps) {
  const { t } = useLingui();
  const { choices } = useWords();
  const ask = useMutation(AskDocument);
  const form = useForm({
    initialValues: {
      services: [] as Picked[],
      category: null as ServiceCategory | null,
      state: (state ?? null) as State | null,
      ageBand: null as AgeBand | null,
      accepts: [] as Capability[],
      languages: [] as NeededLanguage[],
      neededBy: null as string | null,
    },
    validate: (values) => ({
      services: values.services.length ? null : t`Choose at least one service.`,
      category: values.category ? null : t`Choose what kind of help.`,
      state: values.state ? null : t`Choose where.`,
    }),
  });
  const services = useFormValue(form, 'services');
  const category = useFormValue(form, 'category');
  const where = useFormValue(form, 'state');
  // What is wrong with one of them is said with its name.
  const wrong = services.flatMap(({ name }, at) => {
    const error = form.errors[`services.${at}`];
    return error ? [`${name}: ${error}`] : [];
  });
  return (
    <DraftForm
      form={form}
      draft={`capacity:${caseId}`}
      label={t`Ask services whether there is room`}
      submitLabel={t`Ask them`}
      onSubmit={(values, { clientMutationKey }) =>
        ask({
          input: {
            clientMutationKey,
            case: caseId,
            services: values.services.map(({ id }) => id),
            category: values.category ?? 'SPECIALISED_CSEC_PROGRAM',
            state: values.state ?? 'TX',
            ageBand: values.ageBand,
            accepts: values.accepts,
            languages: values.languages,
            neededBy: values.neededBy,
          },
        })
      }
      onClose={onClose}
    >
      <Notice title={t`What they are told`}>
        {t`A reference and what you choose here. No name, no case, and no words: there is no field for them. They answer by a link that is good once, for three days.`}
      </Notice>
      <Columns>
        <Select
          name="category"
          label={t`What kind of help?`}
          choices={choices(serviceCategory)}
          required
          focusFirst
        />
        <Select
          name="state"
          label={t`In which state or territory?`}
          choices={stateChoices}
          required
        />
      </Columns>
      <ChipChoice name="ageBand" label={t`For what age?`} choices={choices(ageBand)} />
      <Fold
        title={t`More of what is needed`}
        summary={t`Languages, what the service accepts, by when`}
      >
        <ChipChoice many name="languages" label={t`Languages`} choices={choices(neededLanguage)} />
        <ChipChoice
          many
          name="accepts"
          label={t`What the service has to be able to do`}
          choices={choices(capability, wishes)}
        />
        <DateField name="neededBy" label={t`By which day?`} />
      </Fold>
      <ServicePicker
        // Another kind of help, another search: what was chosen stays.
        key={`${category}:${where}`}
        chosen={services}
        onChange={(next) => form.setFieldValue('services', next.map(asPicked))}
        error={wrong.length ? wrong.join(' ') : form.errors.services}
        most={mostAsked}
        start={{ state: where ?? undefined, kind: category ?? undefined }}
        open
        focusFirst={false}
      />
    </DraftForm>
  );
}
