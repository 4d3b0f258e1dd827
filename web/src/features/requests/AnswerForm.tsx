import { useLingui } from '@lingui/react/macro';
import { DraftStatus, useDraft } from '~/drafts';
import { graphql, useMutation } from '~/gql';
import { Form, TextArea, useForm } from '~/ui';

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
  const draft = useDraft(`answer:${request.id}`, form);
  return (
    <Form
      form={form}
      label={t`First response`}
      submitLabel={t`Record the first response`}
      extra={<DraftStatus draft={draft} onStartOver={() => form.reset()} />}
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
      onDone={() => draft.discard()}
    >
      <TextArea
        name="note"
        label={t`What did you say or send?`}
        hint={t`For example: called back, gave two phone numbers, agreed on a call at 4.`}
        required
      />
    </Form>
  );
}
