import { useLingui } from '@lingui/react/macro';
import { graphql, useAct, useCan, useMutation } from '~/gql';
import { Button, Notice, newKey, Stack } from '~/ui';

const RetryDocument = graphql(`
  mutation MailRetry($input: MailRetryInput!) {
    mailRetry(input: $input) {
      ... on MailRetrySuccess { mail { id state } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

/** Lets one message be tried anew, at once if it can be. It then waits, in the other view. */
export function RetryMail({ id, name }: { id: string; name: string }) {
  const { t } = useLingui();
  const allowed = useCan('MAIL_RETRY');
  const retry = useMutation(RetryDocument);
  const act = useAct();
  if (!allowed) return null;
  return (
    <Stack gap="small">
      <Button
        small
        busy={act.busy}
        aria-label={t`Try again to ${name}`}
        onClick={() => void act.run(() => retry({ input: { clientMutationKey: newKey(), id } }))}
      >{t`Try again`}</Button>
      {act.problem ? <Notice tone="problem">{act.problem}</Notice> : null}
    </Stack>
  );
}
