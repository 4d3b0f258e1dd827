import { useLingui } from '@lingui/react/macro';
import { useWords } from '~/features/words';
import { graphql, useAct, useCan, useMutation } from '~/gql';
import { Button, List, Moment, Notice, newKey, Row, Section } from '~/ui';
import { ReviewForm } from './ReviewForm';
import type { Template } from './template';
import { useTemplateWords } from './useTemplateWords';
import { reviewState } from './words';

const SubmitDocument = graphql(`
  mutation PlanTemplateSubmit($input: PlanTemplateReviewRecordInput!) {
    planTemplateReviewRecord(input: $input) {
      ... on PlanTemplateReviewRecordSuccess { template { id version } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

/** Every version that was published, with what survivor experts said of it (rule 118). */
export function TemplateVersions({ of }: { of: Template }) {
  const { t } = useLingui();
  const { word } = useWords();
  const words = useTemplateWords();
  const submit = useMutation(SubmitDocument);
  const act = useAct();
  const writes = useCan('PLAN_TEMPLATE_WRITE');
  const reviews = useCan('PLAN_TEMPLATE_REVIEW');
  if (of.versions.length === 0) return null;
  return (
    <Section title={t`Versions and their review`}>
      {act.problem ? <Notice tone="problem">{act.problem}</Notice> : null}
      <List items={of.versions} itemKey={(version) => version.id} label={t`Versions`}>
        {(version) => (
          <div>
            <strong>{t`Version ${version.number}`}</strong>{' '}
            <span className="t-soft">
              <Moment value={version.publishedAt} />
              {' · '}
              {version.publishedBy?.name ?? t`loaded on the server`}
            </span>
            <div>{words.review(version.reviews)}</div>
            {version.reviews.map((review) => (
              <div key={review.at} className="t-soft">
                {word(reviewState, review.state)} · {review.by?.name} · <Moment value={review.at} />
                {review.note ? `: ${review.note}` : null}
              </div>
            ))}
            {writes && version.id === of.current?.id && version.reviews.length === 0 ? (
              <Row>
                <Button
                  small
                  busy={act.busy}
                  onClick={() =>
                    void act.run(() =>
                      submit({
                        input: {
                          clientMutationKey: newKey(),
                          templateVersion: version.id,
                          state: 'SUBMITTED',
                        },
                      }),
                    )
                  }
                >{t`Ask survivor experts`}</Button>
              </Row>
            ) : null}
            {reviews && version.id === of.current?.id ? (
              <ReviewForm versionId={version.id} />
            ) : null}
          </div>
        )}
      </List>
    </Section>
  );
}
