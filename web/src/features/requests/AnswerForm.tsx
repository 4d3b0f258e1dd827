import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { graphql, useMutation } from '~/gql';
import { TextArea, useForm } from '~/ui';

const AnswerDocument = graphql(`
  mutation RequestAnswer($input: RequestAnswerInput!) {
    requestAnswer(input: $input) {
      ... on RequestAnswerSuccess { request { id version state firstResponseAt } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

/** What was said or sent back first. It stops the clock of the first response. */
export function AnswerForm({ request }: { request: { id: string; version: number } }) {
  const { t } = useLingui();
  const answer = useMutation(AnswerDocument);
  const form = useForm({ initialValues: { note: '' } });
  return (
    <DraftForm
      form={form}
      draft={`answer:${request.id}`}
      label={t`First response`}
      submitLabel={t`Record the first response`}
      onSubmit={(values, { clientMutationKey, settledVersion }) =>
        answer({
          input: {
            clientMutationKey,
            id: request.id,
            expectedVersion: settledVersion ?? request.version,
            note: values.note,
          },
        })
      }
    >
      <TextArea
        name="note"
        label={t`What did you say or send?`}
        hint={t`For example: called back, gave two phone numbers, agreed on a call at 4.`}
        required
      />
    </DraftForm>
  );
}
