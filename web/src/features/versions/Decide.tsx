import { useLingui } from '@lingui/react/macro';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { DraftForm } from '~/drafts';
import { graphql, useAct, useMutation } from '~/gql';
import type { PlanApproveInput } from '~/gql/generated/graphql';
import { Button, Notice, newKey, Row, Stack, TextArea, useForm } from '~/ui';
import type { Waiting } from './Queue';

const ApproveDocument = graphql(`
  mutation PlanApprove($input: PlanApproveInput!) {
    planApprove(input: $input) {
      ... on PlanApproveSuccess { plan { id version approval { state } case { id } } }
      ... on Problem { code message }
      ... on ForbiddenProblem { why }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

/** Sends the decision. Whoever wrote any of it is told why it is not theirs. */
function useDecision() {
  const { t } = useLingui();
  const send = useMutation(ApproveDocument);
  return async (input: PlanApproveInput) => {
    const outcome = await send({ input });
    return outcome.kind === 'problems' && outcome.why === 'not_yourself'
      ? {
          ...outcome,
          message: t`You froze this version or wrote some of it. Somebody else decides on it.`,
        }
      : outcome;
  };
}

interface DecideProps {
  row: Waiting;
  planId: string;
  approve: RefObject<HTMLButtonElement | null>;
}

/** A supervisor's word: approved as it was read, or given back with what it needs. */
export function Decide({ row, planId, approve }: DecideProps) {
  const { t } = useLingui();
  const send = useDecision();
  const act = useAct();
  const [returning, setReturning] = useState(false);
  const looked = { plan: planId, number: row.number, contentHash: row.contentHash };
  return (
    <Stack>
      {act.problem ? (
        <Notice tone="problem" onDismiss={act.dismiss}>
          {act.problem}
        </Notice>
      ) : null}
      {returning ? (
        <GiveBack looked={looked} onClose={() => setReturning(false)} />
      ) : (
        <Row>
          <Button
            ref={approve}
            look="main"
            busy={act.busy}
            onClick={() =>
              void act.run(() =>
                send({ ...looked, clientMutationKey: newKey(), decision: 'APPROVED' }),
              )
            }
          >
            {t`Approve`}
          </Button>
          <Button disabled={act.busy} onClick={() => setReturning(true)}>
            {t`Give back with a word`}
          </Button>
        </Row>
      )}
    </Stack>
  );
}

interface GiveBackProps {
  /** Exactly what was looked at. */
  looked: { plan: string; number: number; contentHash: string };
  onClose: () => void;
}

function GiveBack({ looked, onClose }: GiveBackProps) {
  const { t } = useLingui();
  const send = useDecision();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const form = useForm({
    initialValues: { comment: '' },
    validate: ({ comment }) => ({ comment: comment.trim() ? null : t`Say what it needs.` }),
  });
  return (
    <DraftForm
      form={form}
      draft={`return:${looked.plan}`}
      label={t`Give back with a word`}
      submitLabel={t`Give back`}
      onSubmit={({ comment }, { clientMutationKey }) =>
        send({ ...looked, clientMutationKey, decision: 'RETURNED', comment })
      }
      onClose={onClose}
    >
      <TextArea
        name="comment"
        label={t`What it needs`}
        hint={t`Those who wrote it read this. A new version waits for you again.`}
        required
        ref={field}
      />
    </DraftForm>
  );
}
