import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import {
  helpful,
  referralOutcome,
  referralReason,
  referralState,
  useWords,
} from '~/features/words';
import { graphql, useMutation } from '~/gql';
import type {
  Helpful,
  ReferralOutcome,
  ReferralReason,
  ReferralState,
} from '~/gql/generated/graphql';
import { ChipChoice, Notice, type Outcome, Select, TextArea, useForm } from '~/ui';
import { moveWords, needsReason } from './moves';
import type { FullReferral } from './ReferralPage';

const MoveDocument = graphql(`
  mutation ReferralMove($input: ReferralMoveInput!) {
    referralMove(input: $input) {
      ... on ReferralMoveSuccess { referral { id version state case { id version } } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

interface MoveFormProps {
  of: FullReferral;
  to: ReferralState;
  onClose: () => void;
}

/** One move, with what belongs to it: a reason and words where they are asked for (rule 88). */
export function MoveForm({ of, to, onClose }: MoveFormProps) {
  const { t } = useLingui();
  const { word, choices } = useWords();
  const move = useMutation(MoveDocument);
  const reasoned = needsReason(to);
  const form = useForm({
    initialValues: {
      to,
      reason: null as ReferralReason | null,
      text: '',
      outcome: null as ReferralOutcome | null,
      helpful: null as Helpful | null,
    },
    validate: (values) => ({
      reason: !reasoned || values.reason ? null : t`Choose why.`,
      text: !reasoned || values.text.trim() ? null : t`Say why in words.`,
      outcome: to !== 'COMPLETED' || values.outcome ? null : t`Say what came of it.`,
    }),
  });
  return (
    <DraftForm
      form={form}
      draft={`referral:${of.id}:${to}`}
      label={word(moveWords, to)}
      submitLabel={word(moveWords, to)}
      onSubmit={async (
        values,
        { clientMutationKey, settledVersion },
      ): Promise<Outcome<unknown>> => {
        // "Theirs" was chosen in the conflict: the colleague's move stands, and this one is not made.
        if (values.to !== to) return { kind: 'done', value: undefined };
        return move({
          input: {
            ...values,
            clientMutationKey,
            id: of.id,
            expectedVersion: settledVersion ?? of.version,
            text: values.text.trim() || null,
          },
        });
      }}
      conflictWords={{
        label: () => t`Where the referral stands`,
        value: (_, code) =>
          code in referralState ? word(referralState, code as ReferralState) : code,
      }}
      onClose={onClose}
    >
      {to === 'ENTERED_IN_ERROR' ? (
        <Notice tone="care" title={t`This cannot be undone`}>
          {t`The referral stays in the history, marked as a mistake, and goes nowhere from there.`}
        </Notice>
      ) : null}
      {to === 'REQUESTED' ? (
        <p>{t`From now on it waits for their answer. Call them and give the reference ${of.reference}.`}</p>
      ) : null}
      {to === 'COMPLETED' ? (
        <>
          <ChipChoice
            name="outcome"
            label={t`What came of it?`}
            choices={choices(referralOutcome)}
            required
          />
          <ChipChoice
            name="helpful"
            label={t`Did the young person find it helpful?`}
            hint={t`Only if they were asked; leaving it open is fine.`}
            choices={choices(helpful)}
          />
        </>
      ) : null}
      {reasoned ? (
        <Select name="reason" label={t`Why?`} choices={choices(referralReason)} required />
      ) : null}
      <TextArea
        name="text"
        label={reasoned ? t`Why, in words` : t`A note, if one is needed`}
        hint={t`It stays with the case.`}
        required={reasoned}
        focusFirst={!reasoned && to !== 'COMPLETED'}
      />
    </DraftForm>
  );
}
