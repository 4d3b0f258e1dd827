import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { requestOutcome, useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import type { RequestOutcome } from '~/gql/generated/graphql';
import { ChipChoice, DateField, Drawer, TextArea, useForm } from '~/ui';
import { stillAhead } from './instant';

const CloseDocument = graphql(`
  mutation RequestClose($input: RequestCloseInput!) {
    requestClose(input: $input) {
      ... on RequestCloseSuccess { request { id version state outcome outcomeNote followUpOn closedAt } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

interface CloseRequestProps {
  request: {
    id: string;
    version: number;
    firstResponseAt?: string | null;
    caseLink?: string | null;
    followUpOn?: string | null;
  };
  opened: boolean;
  onClose: () => void;
}

/** What became of it. What would say that something was done is offered only after an answer. */
export function CloseRequest({ request, opened, onClose }: CloseRequestProps) {
  const { t } = useLingui();
  return (
    <Drawer opened={opened} onClose={onClose} title={t`Close this request`}>
      <CloseForm request={request} onClose={onClose} />
    </Drawer>
  );
}

function CloseForm({ request, onClose }: Omit<CloseRequestProps, 'opened'>) {
  const { t } = useLingui();
  const { choices } = useWords();
  const close = useMutation(CloseDocument);
  const form = useForm({
    initialValues: {
      outcome: null as RequestOutcome | null,
      note: '',
      followUpOn: stillAhead(request.followUpOn),
    },
    validate: (values) => ({ outcome: values.outcome ? null : t`Choose what became of it.` }),
  });
  return (
    <DraftForm
      form={form}
      draft={`close:${request.id}`}
      label={t`Close this request`}
      submitLabel={t`Close the request`}
      onClose={onClose}
      onSubmit={(values, { clientMutationKey, settledVersion }) =>
        close({
          input: {
            ...values,
            clientMutationKey,
            id: request.id,
            expectedVersion: settledVersion ?? request.version,
            outcome: values.outcome as RequestOutcome,
            note: values.note.trim() || null,
          },
        })
      }
    >
      <ChipChoice
        name="outcome"
        label={t`What became of it?`}
        choices={choices(requestOutcome, endings(request))}
        required
      />
      <TextArea name="note" label={t`What is to be remembered of it?`} />
      <DateField
        name="followUpOn"
        label={t`Ask on this day how it went`}
        hint={t`Leave it empty when nothing is to be asked.`}
      />
    </DraftForm>
  );
}

/** The server has the same rule: nothing was given before somebody has answered. */
function endings({ firstResponseAt, caseLink }: CloseRequestProps['request']): RequestOutcome[] {
  const ended: RequestOutcome[] = ['NO_LONGER_NEEDED', 'NOT_REACHED'];
  if (!firstResponseAt) return ended;
  return [
    'RESOURCES_FOUND',
    'GUIDANCE_GIVEN',
    ...(caseLink ? (['GOES_ON_IN_CASE'] as const) : []),
    'REFERRED_ELSEWHERE',
    'NOTHING_SUITABLE',
    ...ended,
  ];
}
