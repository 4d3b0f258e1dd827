import { Trans, useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { closureReason, contactWish, useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import type { ClosureReason, ContactWishKind } from '~/gql/generated/graphql';
import { Check, Select, TextArea, useForm } from '~/ui';
import type { Course } from './query';
import { StillRunning, useRunning } from './StillRunning';

const CloseDocument = graphql(`
  mutation CaseClose($input: CaseCloseInput!) {
    caseClose(input: $input) {
      ... on CaseCloseSuccess { case { id version status } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

/** Closes a case: why, what remains, how to stay in touch; and what still runs is told before. */
export function CloseForm({ of, onClose }: { of: Course; onClose: () => void }) {
  const { t } = useLingui();
  const { choices } = useWords();
  const close = useMutation(CloseDocument);
  const running = useRunning(of);
  const form = useForm({
    initialValues: {
      reason: null as ClosureReason | null,
      remains: '',
      aftercare: null as ContactWishKind | null,
      aftercareNote: '',
      leavesRunning: false,
    },
    validate: (values) => ({
      reason: values.reason ? null : t`Choose why it ends.`,
      remains: values.remains.trim() ? null : t`Say what remains, or that nothing does.`,
      aftercare: values.aftercare ? null : t`Choose how to stay in touch.`,
      leavesRunning:
        running.length === 0 || values.leavesRunning ? null : t`Say that you know what still runs.`,
    }),
  });
  return (
    <DraftForm
      form={form}
      draft={`case-close:${of.id}`}
      label={t`Close the case`}
      submitLabel={t`Close the case`}
      onSubmit={(values, { clientMutationKey, settledVersion }) =>
        close({
          input: {
            clientMutationKey,
            id: of.id,
            expectedVersion: settledVersion ?? of.version,
            reason: values.reason as ClosureReason,
            remains: values.remains,
            aftercare: values.aftercare as ContactWishKind,
            aftercareNote: values.aftercareNote.trim() || null,
            leavesRunning: values.leavesRunning,
          },
        })
      }
      onClose={onClose}
    >
      <p className="t-soft">
        <Trans>
          It leaves the worklists. It can be reopened at any time, and all of it is kept.
        </Trans>
      </p>
      <StillRunning running={running} />
      {running.length > 0 ? (
        <Check
          name="leavesRunning"
          label={t`I know what still runs, and who sees to it`}
          required
        />
      ) : null}
      <Select name="reason" label={t`Why does it end?`} choices={choices(closureReason)} required />
      <TextArea
        name="remains"
        label={t`What remains to be done or watched, and who does`}
        required
      />
      <Select
        name="aftercare"
        label={t`How the young person wants to hear from us afterwards`}
        choices={choices(contactWish)}
        required
      />
      <TextArea name="aftercareNote" label={t`A word on staying in touch`} />
    </DraftForm>
  );
}
