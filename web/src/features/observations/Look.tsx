import { Trans, useLingui } from '@lingui/react/macro';
import { graphql, useAct, useMutation } from '~/gql';
import { Button, Day, Notice, newKey, Row, StatusPill } from '~/ui';
import type { SeenObservation } from './Observed';

const ReviewDocument = graphql(`
  mutation ObservationReview($input: ObservationReviewInput!) {
    observationReview(input: $input) {
      ... on ObservationReviewSuccess { observation { id version } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

/** Where nothing else follows, a supervisor looks at it: who did, or that it still waits. */
export function Look({ of, mayReview }: { of: SeenObservation; mayReview: boolean }) {
  const { t } = useLingui();
  const review = useMutation(ReviewDocument);
  const act = useAct();
  if (of.reviewedAt) {
    return (
      <p className="t-soft">
        <Trans>
          Reviewed by {of.reviewedBy?.name ?? t`a supervisor`} on <Day value={of.reviewedAt} />
        </Trans>
      </p>
    );
  }
  const look = () =>
    void act.run(() =>
      review({
        input: { clientMutationKey: newKey(), id: of.id, expectedVersion: of.version },
      }),
    );
  return (
    <>
      <Row>
        <StatusPill tone="waiting">{t`Waits for a supervisor`}</StatusPill>
        {mayReview ? (
          <Button small busy={act.busy} onClick={look}>{t`I have reviewed it`}</Button>
        ) : null}
      </Row>
      {act.problem ? (
        <Notice tone="problem" onDismiss={act.dismiss}>
          {act.problem}
        </Notice>
      ) : null}
    </>
  );
}
