import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { LazyDoNotAsk } from '~/features/support/LazyDoNotAsk';
import { graphql, useMutation } from '~/gql';
import type { VoiceKind } from '~/gql/generated/graphql';
import { ChipChoice, DateField, TextArea, useForm, useFormValue } from '~/ui';
import type { Plan } from './query';

const VoiceDocument = graphql(`
  mutation PlanVoiceRecord($input: PlanVoiceRecordInput!) {
    planVoiceRecord(input: $input) {
      ... on PlanVoiceRecordSuccess { plan { id version } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

interface VoiceFormProps {
  plan: Plan;
  caseId: string;
  onClose: () => void;
}

/** The exact words, or a dated note and the day of the next offer. Both are good answers. */
export function VoiceForm({ plan, caseId, onClose }: VoiceFormProps) {
  const { t } = useLingui();
  const record = useMutation(VoiceDocument);
  const form = useForm({
    initialValues: {
      kind: (plan.voice?.kind ?? 'OWN_WORDS') as VoiceKind,
      words: plan.voice?.words ?? '',
      note: plan.voice?.note ?? '',
      nextOfferOn: null as string | null,
    },
    validate: (values): Record<string, string | null> =>
      values.kind === 'OWN_WORDS'
        ? { words: values.words.trim() ? null : t`Write what they said.` }
        : {
            note: values.note.trim() ? null : t`Write what was tried or said.`,
            nextOfferOn: values.nextOfferOn ? null : t`Choose the day of the next offer.`,
          },
  });
  const own = useFormValue(form, 'kind') === 'OWN_WORDS';
  return (
    <DraftForm
      form={form}
      draft={`voice:${plan.id}`}
      version={plan.version}
      label={t`Record the voice`}
      onSubmit={({ kind, words, note, nextOfferOn }, { clientMutationKey, settledVersion }) =>
        record({
          input: {
            clientMutationKey,
            id: plan.id,
            expectedVersion: settledVersion ?? plan.version,
            kind,
            ...(kind === 'OWN_WORDS' ? { words } : { note, nextOfferOn }),
          },
        })
      }
      onClose={onClose}
    >
      <LazyDoNotAsk caseId={caseId} />
      <ChipChoice
        name="kind"
        label={t`What do we have?`}
        choices={[
          { value: 'OWN_WORDS', label: t`Their own words` },
          { value: 'NOT_YET_REACHABLE', label: t`Not yet reachable` },
          { value: 'CHOSE_NOT_TO_TAKE_PART', label: t`Chose not to take part` },
        ]}
      />
      {own ? (
        <TextArea
          name="words"
          label={t`Their words, exactly`}
          hint={t`As said or written, in their language. Nobody corrects or shortens them.`}
          rows={6}
          required
          focusFirst
        />
      ) : (
        <>
          <TextArea
            name="note"
            label={t`What was tried, or what they told us`}
            hint={t`Choosing not to take part is an answer. Nothing is held against them.`}
            required
          />
          <DateField name="nextOfferOn" label={t`We offer it again on`} required />
        </>
      )}
    </DraftForm>
  );
}
