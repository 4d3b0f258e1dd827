import { Trans, useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import type { WithdrawalHow } from '~/gql/generated/graphql';
import { ChipChoice, TextArea, useForm } from '~/ui';
import type { ListedRelease } from './query';
import { withdrawalHow } from './words';

const WithdrawDocument = graphql(`
  mutation ReleaseWithdraw($input: ReleaseWithdrawInput!) {
    releaseWithdraw(input: $input) {
      ... on ReleaseWithdrawSuccess { release { id status case { id } } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

/** Takes a release back: one press, nothing has to be said, and it holds no more (rule 19). */
export function WithdrawForm({ of, onClose }: { of: ListedRelease; onClose: () => void }) {
  const { t } = useLingui();
  const { choices } = useWords();
  const withdraw = useMutation(WithdrawDocument);
  const form = useForm({ initialValues: { how: 'ORAL' as WithdrawalHow, words: '' } });
  return (
    <DraftForm
      form={form}
      draft={`release-withdraw:${of.id}`}
      label={t`Withdraw a release`}
      submitLabel={t`Withdraw now`}
      onSubmit={(values, { clientMutationKey }) =>
        withdraw({
          input: {
            clientMutationKey,
            id: of.id,
            how: values.how,
            words: values.words.trim() || null,
          },
        })
      }
      onClose={onClose}
    >
      <p>
        <Trans>
          From this second on, {of.recipientName} is told nothing more. What was told before cannot
          be called back. They need no reason, and nothing else changes for them.
        </Trans>
      </p>
      <ChipChoice name="how" label={t`How?`} choices={choices(withdrawalHow)} />
      <TextArea
        name="words"
        label={t`What was said, and by whom`}
        hint={t`Only if they want it written down.`}
        rows={2}
      />
    </DraftForm>
  );
}
