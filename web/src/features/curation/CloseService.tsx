import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { graphql, useAct, useMutation } from '~/gql';
import { Button, Notice, newKey, Row, Stack } from '~/ui';

const CloseDocument = graphql(`
  mutation ServiceClose($input: ServiceCloseInput!) {
    serviceClose(input: $input) {
      ... on ServiceCloseSuccess { service { id version verification } }
      ... on Problem { code message }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

interface CloseServiceProps {
  of: { id: string; version: number };
  onDone: () => void;
}

/** A service that has ended is found no more: asked once more before it is said. */
export function CloseService({ of, onDone }: CloseServiceProps) {
  const { t } = useLingui();
  const close = useMutation(CloseDocument);
  const act = useAct();
  const [sure, setSure] = useState(false);
  const [key] = useState(newKey);
  const end = () =>
    act.run(
      () => close({ input: { clientMutationKey: key, id: of.id, expectedVersion: of.version } }),
      onDone,
    );
  return (
    <Stack gap="small">
      <p>{t`It is found no more; referrals that were made to it stay.`}</p>
      <Row>
        {sure ? (
          <>
            <Button busy={act.busy} onClick={() => void end()}>{t`Yes, it has ended`}</Button>
            <Button look="quiet" onClick={() => setSure(false)}>{t`Back`}</Button>
          </>
        ) : (
          <Button look="quiet" onClick={() => setSure(true)}>{t`This service has ended`}</Button>
        )}
      </Row>
      {act.problem ? <Notice tone="problem">{act.problem}</Notice> : null}
    </Stack>
  );
}
