import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { When } from '~/features/clocks/When';
import { LazyDoNotAsk } from '~/features/support/LazyDoNotAsk';
import { useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import { ChipChoice, DateField, TextArea, useForm, useFormValue } from '~/ui';
import { emptyConversation, inputOf, isOfferedAgain } from './conversation';
import type { Episode } from './parts';
import { awayExperience, leavingFactor, youthAnswer } from './words';

const ConversationDocument = graphql(`
  mutation ReturnConversationRecord($input: ReturnConversationRecordInput!) {
    returnConversationRecord(input: $input) {
      ... on ReturnConversationRecordSuccess {
        conversation { id }
      }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

/** A conversation that was offered. Each answer is good; none is required (rules 10, 54, 55). */
export function ConversationForm({ of, onClose }: { of: Episode; onClose: () => void }) {
  const { t } = useLingui();
  const { choices } = useWords();
  const record = useMutation(ConversationDocument);
  const form = useForm({
    initialValues: emptyConversation,
    validate: (values) => ({ answer: values.answer ? null : t`Choose what became of it.` }),
  });
  const talked = useFormValue(form, 'answer') === 'ANSWERED';
  const factors = useFormValue(form, 'factorsAnswer');
  const experiences = useFormValue(form, 'experiencesAnswer');
  const answer = useFormValue(form, 'answer');
  const again = isOfferedAgain({
    answer,
    factorsAnswer: factors,
    experiencesAnswer: experiences,
  });
  const asked = [{ value: 'NOT_ASKED' as const, label: t`Not asked` }, ...choices(youthAnswer)];
  return (
    <DraftForm
      form={form}
      draft={`talk:${of.id}`}
      label={t`Record a conversation`}
      submitLabel={t`Record it`}
      onSubmit={(values, { clientMutationKey }) =>
        record({ input: { clientMutationKey, episode: of.id, ...inputOf(values) } })
      }
      onClose={onClose}
    >
      <LazyDoNotAsk caseId={of.case.id} />
      <ChipChoice
        name="answer"
        label={t`What became of the offer?`}
        hint={t`Each of these is a good answer. Nothing is held against them.`}
        choices={choices(youthAnswer)}
        required
      />
      <When name="offeredAt" label={t`When it was offered`} />
      {talked ? (
        <>
          <ChipChoice name="factorsAnswer" label={t`What led to leaving`} choices={asked} />
          {factors === 'ANSWERED' ? (
            <ChipChoice
              many
              name="factors"
              label={t`What they told us of what led to leaving`}
              choices={choices(leavingFactor)}
            />
          ) : null}
          <ChipChoice
            name="experiencesAnswer"
            label={t`What happened while they were away`}
            hint={t`Only what they choose to tell; do not ask for details.`}
            choices={asked}
          />
          {experiences === 'ANSWERED' ? (
            <ChipChoice
              many
              name="experiences"
              label={t`What they told us of the time away`}
              choices={choices(awayExperience)}
            />
          ) : null}
        </>
      ) : null}
      <TextArea
        name="youthWords"
        label={t`Their words, exactly`}
        hint={t`As said or written, in their language. Nobody corrects or shortens them.`}
      />
      {again ? <DateField name="reOfferOn" label={t`We offer it again on`} required /> : null}
      <TextArea name="note" label={t`What you add`} rows={2} />
    </DraftForm>
  );
}
