import { useLingui } from '@lingui/react/macro';
import css from '~/features/directory/directory.module.css';
import { serviceCategory, stateChoices, useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import type { ServiceCategory, State } from '~/gql/generated/enums';
import { Form, Select, Stack, TextField, useForm } from '~/ui';
import type { Task } from './queries';

const CompleteDocument = graphql(`
  mutation ServiceComplete($input: ServiceCompleteInput!) {
    serviceComplete(input: $input) {
      ... on ServiceCompleteSuccess { service { id version } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

interface CompleteFormProps {
  of: NonNullable<Task['waiting']>;
  onDone: () => void;
}

/** What its source does not say: what kind of help it is, and where. */
export function CompleteForm({ of, onDone }: CompleteFormProps) {
  const { t } = useLingui();
  const { choices } = useWords();
  const complete = useMutation(CompleteDocument);
  const nameless = !of.organizationName;
  const form = useForm({
    initialValues: {
      category: (of.category ?? null) as ServiceCategory | null,
      state: (of.state ?? null) as State | null,
      organizationName: '',
    },
    validate: (values) => ({
      category: values.category ? null : t`Choose the kind of help.`,
      state: values.state ? null : t`Choose a state or territory.`,
      organizationName:
        !nameless || values.organizationName.trim() ? null : t`Write whose service it is.`,
    }),
  });
  return (
    <Stack>
      {of.description ? <p className={css.story}>{of.description}</p> : null}
      <Form
        form={form}
        label={t`Complete`}
        submitLabel={t`Complete`}
        onSubmit={(values, { clientMutationKey }) =>
          complete({
            input: {
              clientMutationKey,
              id: of.id,
              category: values.category as ServiceCategory,
              state: values.state as State,
              organizationName: nameless ? values.organizationName : null,
            },
          })
        }
        onDone={onDone}
      >
        <Select name="category" label={t`Kind of help`} choices={choices(serviceCategory)} />
        <Select name="state" label={t`State or territory it is in`} choices={stateChoices} />
        {nameless ? (
          <TextField name="organizationName" label={t`Whose service it is`} maxLength={200} />
        ) : null}
      </Form>
    </Stack>
  );
}
