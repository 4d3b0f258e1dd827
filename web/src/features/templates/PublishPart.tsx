import { Plural, useLingui } from '@lingui/react/macro';
import { graphql, useAct, useMutation } from '~/gql';
import { Button, Notice, newKey, Row, Section, Stack } from '~/ui';
import type { Template } from './template';

const PublishDocument = graphql(`
  mutation PlanTemplatePublish($input: PlanTemplatePublishInput!) {
    planTemplatePublish(input: $input) {
      ... on PlanTemplatePublishSuccess { template { id version state } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);
const OfferDocument = graphql(`
  mutation PlanTemplateOffer($input: PlanTemplateOfferInput!) {
    planTemplateOffer(input: $input) {
      ... on PlanTemplateOfferSuccess { template { id version state } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

/** Where it is used, and what can be done with it: publish the draft, withdraw, offer again. */
export function PublishPart({ of }: { of: Template }) {
  const { t } = useLingui();
  const publish = useMutation(PublishDocument);
  const offer = useMutation(OfferDocument);
  const act = useAct();
  const used = of.versions.reduce((sum, version) => sum + version.usedInPlans, 0);
  const input = () => ({ clientMutationKey: newKey(), id: of.id, expectedVersion: of.version });
  return (
    <Section title={t`Where it is used`}>
      <Stack>
        <p>
          <Plural
            value={used}
            _0="No plan has taken goals from it yet."
            one="# plan took goals from it. It keeps what it took, whatever is published or withdrawn here."
            other="# plans took goals from it. They keep what they took, whatever is published or withdrawn here."
          />
        </p>
        {act.problem ? <Notice tone="problem">{act.problem}</Notice> : null}
        <Row>
          {of.draft ? (
            <Button
              id="publish"
              look="main"
              busy={act.busy}
              onClick={() => void act.run(() => publish({ input: input() }))}
            >{t`Publish the draft`}</Button>
          ) : null}
          {of.state === 'DRAFT' ? null : (
            <Button
              busy={act.busy}
              onClick={() =>
                void act.run(() =>
                  offer({ input: { ...input(), offered: of.state === 'WITHDRAWN' } }),
                )
              }
            >
              {of.state === 'WITHDRAWN' ? t`Offer it again` : t`Withdraw it`}
            </Button>
          )}
        </Row>
      </Stack>
    </Section>
  );
}
