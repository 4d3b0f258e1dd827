import { useLingui } from '@lingui/react/macro';
import { capacity, useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import type { Capacity } from '~/gql/generated/graphql';
import { ChipChoice, Form, useForm } from '~/ui';
import type { FullService } from './ServicePage';

const VerifyDocument = graphql(`
  mutation ServiceVerify($input: ServiceVerifyInput!) {
    serviceVerify(input: $input) {
      ... on ServiceVerifySuccess { service { id version verifiedOn capacity } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

/** Somebody has spoken with them today: the entry is right, and this is how much room they have. */
export function VerifyForm({ of }: { of: FullService }) {
  const { t } = useLingui();
  const { word, choices } = useWords();
  const verify = useMutation(VerifyDocument);
  const form = useForm({ initialValues: { capacity: of.capacity as Capacity } });
  return (
    <Form
      form={form}
      label={t`Check it`}
      submitLabel={t`Checked today`}
      onSubmit={(values, { clientMutationKey, settledVersion }) =>
        verify({
          input: {
            clientMutationKey,
            id: of.id,
            expectedVersion: settledVersion ?? of.version,
            capacity: values.capacity,
          },
        })
      }
      onDone={() => undefined}
      conflictWords={{
        value: (_, code) => (code in capacity ? word(capacity, code as Capacity) : code),
      }}
    >
      <ChipChoice
        name="capacity"
        label={t`Do they have room?`}
        hint={t`Ask without a word about a young person.`}
        choices={choices(capacity)}
      />
    </Form>
  );
}
