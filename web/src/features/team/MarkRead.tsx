import { useLingui } from '@lingui/react/macro';
import { graphql, useAct, useMutation } from '~/gql';
import { Button, Notice, newKey, Stack } from '~/ui';

const ReadDocument = graphql(`
  mutation HandOverRead($input: HandOverReadInput!) {
    handOverRead(input: $input) {
      ... on HandOverReadSuccess { assignment { id noteReadAt } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

/** Says that one has read what was handed over; it is then among the team's notes alone. */
export function MarkRead({ assignment, alias }: { assignment: string; alias: string }) {
  const { t } = useLingui();
  const read = useMutation(ReadDocument);
  const act = useAct();
  return (
    <Stack gap="small">
      <div>
        <Button
          small
          busy={act.busy}
          aria-label={t`I have read what was handed over with ${alias}`}
          onClick={() =>
            void act.run(() => read({ input: { clientMutationKey: newKey(), assignment } }))
          }
        >{t`I have read it`}</Button>
      </div>
      {act.problem ? <Notice tone="problem">{act.problem}</Notice> : null}
    </Stack>
  );
}
