import { useLingui } from '@lingui/react/macro';
import { graphql, useAct, useMutation } from '~/gql';
import { Button, Notice, newKey } from '~/ui';

const ReopenDocument = graphql(`
  mutation CaseReopen($input: CaseReopenInput!) {
    caseReopen(input: $input) {
      ... on CaseReopenSuccess { case { id version status } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

/** Opens a closed case again: one press, nothing to fill in. */
export function ReopenButton({ of }: { of: { id: string; version: number } }) {
  const { t } = useLingui();
  const reopen = useMutation(ReopenDocument);
  const act = useAct();
  return (
    <>
      <Button
        look="main"
        busy={act.busy}
        onClick={() =>
          void act.run(() =>
            reopen({
              input: { clientMutationKey: newKey(), id: of.id, expectedVersion: of.version },
            }),
          )
        }
      >{t`Reopen the case`}</Button>
      {act.problem ? (
        <Notice tone="problem" onDismiss={act.dismiss}>
          {act.problem}
        </Notice>
      ) : null}
    </>
  );
}
