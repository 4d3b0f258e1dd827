import { useLingui } from '@lingui/react/macro';
import { capability, capacity, useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import type { Capability, Capacity, CheckedPart, CheckMethod } from '~/gql/generated/enums';
import { ChipChoice, Fold, Form, Select, TextArea, TextField, useForm, useFormValue } from '~/ui';
import { checkedPart, checkMethod } from './words';

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

interface VerifyFormProps {
  of: { id: string; version: number; capacity: Capacity; capabilities: readonly Capability[] };
  onDone?: () => void;
}

/**
 * Somebody has checked today: how, what of the entry is right, how much room they have, and what
 * was seen or heard of what they are able to do (rules 81, 82).
 */
export function VerifyForm({ of, onDone }: VerifyFormProps) {
  const { t } = useLingui();
  const { word, choices } = useWords();
  const verify = useMutation(VerifyDocument);
  // Where a confidential place was seen is not written down (rule 45).
  const able = of.capabilities.filter((code) => code !== 'CONFIDENTIAL_LOCATION');
  const form = useForm({
    initialValues: {
      capacity: of.capacity,
      method: 'CALL' as CheckMethod | null,
      confirmed: ['CONTACT', 'CAPACITY'] as CheckedPart[],
      proven: [] as Capability[],
      words: '',
      notes: '',
    },
    validate: (values) => ({
      method: values.method ? null : t`Choose how you checked.`,
      words: !values.proven.length || values.words.trim() ? null : t`Write what you saw or heard.`,
    }),
  });
  const proven = useFormValue(form, 'proven');
  return (
    <Form
      form={form}
      label={t`Check it`}
      submitLabel={t`Checked today`}
      onSubmit={(values, { clientMutationKey, settledVersion }) => {
        const method = values.method ?? 'CALL';
        return verify({
          input: {
            clientMutationKey,
            id: of.id,
            expectedVersion: settledVersion ?? of.version,
            capacity: values.capacity,
            method,
            confirmed: values.confirmed,
            notes: values.notes,
            evidence: values.proven.map((one) => ({
              capability: one,
              method,
              words: values.words,
            })),
          },
        });
      }}
      onDone={() => onDone?.()}
    >
      <Select name="method" label={t`How did you check?`} choices={choices(checkMethod)} />
      <ChipChoice
        name="capacity"
        label={t`Do they have room?`}
        hint={t`Ask without a word about a young person.`}
        choices={choices(capacity)}
      />
      <ChipChoice
        many
        name="confirmed"
        label={t`What of the entry is right?`}
        choices={choices(checkedPart)}
      />
      {able.length ? (
        <Fold
          title={t`What they are able to do`}
          summary={
            proven.length
              ? proven.map((one) => word(capability, one)).join(', ')
              : t`Nothing proven today`
          }
        >
          <ChipChoice
            many
            name="proven"
            label={t`What did you see or hear proof of?`}
            choices={choices(capability, able)}
          />
          {proven.length ? (
            <TextField
              name="words"
              label={t`What did you see or hear?`}
              hint={t`Shown to everybody who sees the entry, also outside.`}
              maxLength={1000}
            />
          ) : null}
        </Fold>
      ) : null}
      <TextArea
        name="notes"
        label={t`Notes for those who keep the directory`}
        hint={t`Nobody else sees them. Nothing about a young person.`}
        maxLength={20000}
      />
    </Form>
  );
}
