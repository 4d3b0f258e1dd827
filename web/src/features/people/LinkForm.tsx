import { Trans, useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { CaseField } from '~/features/contacts/CaseField';
import { personRole, useWords } from '~/features/words';
import { graphql, useMutation, useQuery } from '~/gql';
import type { PersonRole } from '~/gql/generated/graphql';
import { useNamesHidden } from '~/safety';
import { Notice, Select, TextField, useForm, useFormValue } from '~/ui';

const PeopleThereDocument = graphql(`
  query PeopleThere($id: ID!) {
    case(id: $id) { id people { id name role relation } }
  }
`);
const LinkDocument = graphql(`
  mutation CasePersonLink($input: CasePersonLinkInput!) {
    casePersonLink(input: $input) {
      ... on CasePersonLinkSuccess { person { id version } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

/** Puts somebody of another case on this one: a sister, a grandmother of both. */
export function LinkForm({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const { t } = useLingui();
  const { choices, word } = useWords();
  const hidden = useNamesHidden();
  const link = useMutation(LinkDocument);
  const form = useForm({
    initialValues: {
      case: null as string | null,
      person: null as string | null,
      role: 'SIBLING' as PersonRole | null,
      relation: '',
    },
    validate: (values) => ({
      case: values.case ? null : t`Choose the case.`,
      person: values.person ? null : t`Choose the person.`,
      role: values.role ? null : t`Choose their part in the case.`,
    }),
  });
  const from = useFormValue(form, 'case');
  const { data, fault } = useQuery(PeopleThereDocument, { id: from ?? '' }, { pause: !from });
  const people = from && data?.case?.id === from ? data.case.people : [];
  return (
    <DraftForm
      form={form}
      draft={`person-link:${caseId}`}
      label={t`Somebody from another case`}
      submitLabel={t`Put them on this case`}
      onSubmit={(values, { clientMutationKey }) =>
        link({
          input: {
            clientMutationKey,
            case: caseId,
            person: values.person ?? '',
            role: values.role as PersonRole,
            relation: values.relation.trim() || null,
          },
        })
      }
      onClose={onClose}
    >
      <p className="t-soft">
        <Trans>
          What is known of them comes along. What is changed of them later is changed on each case
          that you can open.
        </Trans>
      </p>
      <CaseField
        chosen={from}
        onChoose={(id) => {
          form.setFieldValue('case', id);
          form.setFieldValue('person', null);
        }}
        focusFirst
        fixed={undefined}
      />
      {fault ? <Notice tone="problem">{fault.message}</Notice> : null}
      <Select
        name="person"
        label={t`Who?`}
        choices={people.map(({ id, name, role, relation }) => ({
          value: id,
          label: [hidden ? '•••' : name, relation ?? word(personRole, role)].join(' · '),
        }))}
        disabled={people.length === 0}
        required
      />
      <Select name="role" label={t`Part in this case`} choices={choices(personRole)} required />
      <TextField name="relation" label={t`What they are to the young person`} />
    </DraftForm>
  );
}
