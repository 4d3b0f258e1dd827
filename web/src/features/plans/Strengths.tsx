import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { strengthKind, useWords } from '~/features/words';
import { graphql, useAct, useMutation } from '~/gql';
import { Button, Drawer, List, Notice, newKey, Row, Section } from '~/ui';
import type { Plan } from './query';
import { StrengthForm } from './StrengthForm';

const RemoveDocument = graphql(`
  mutation PlanStrengthRemove($input: PlanStrengthRemoveInput!) {
    planStrengthRemove(input: $input) {
      ... on PlanStrengthRemoveSuccess { plan { id version } }
      ... on Problem { code message }
    }
  }
`);

/** What is strong in this young person's life; at least one before the plan becomes active (rule 67). */
export function Strengths({ plan, edits }: { plan: Plan; edits: boolean }) {
  const { t } = useLingui();
  const { word } = useWords();
  const remove = useMutation(RemoveDocument);
  const act = useAct();
  const [adding, setAdding] = useState(false);
  const close = () => setAdding(false);
  return (
    <Section
      title={<span id="plan-strengths">{t`Strengths`}</span>}
      actions={
        edits ? (
          <Button small onClick={() => setAdding(true)}>{t`Add a strength`}</Button>
        ) : undefined
      }
    >
      {act.problem ? (
        <Notice tone="problem" onDismiss={act.dismiss}>
          {act.problem}
        </Notice>
      ) : null}
      {plan.strengths.length === 0 ? (
        <p className="t-soft">{t`None is recorded yet. Ask what went well, and who was there.`}</p>
      ) : (
        <List items={plan.strengths} itemKey={(one) => one.id} label={t`Strengths`}>
          {(one) => (
            <Row justify="between" align="top">
              <div>
                <div>{one.text}</div>
                <div className="t-soft">{word(strengthKind, one.kind)}</div>
              </div>
              {edits ? (
                <Button
                  small
                  look="quiet"
                  disabled={act.busy}
                  aria-label={t`Remove ${one.text}`}
                  onClick={() =>
                    void act.run(() =>
                      remove({
                        input: {
                          clientMutationKey: newKey(),
                          id: one.id,
                          expectedVersion: plan.version,
                        },
                      }),
                    )
                  }
                >{t`Remove`}</Button>
              ) : null}
            </Row>
          )}
        </List>
      )}
      <Drawer opened={adding} onClose={close} title={t`Add a strength`}>
        {adding ? <StrengthForm plan={plan} onClose={close} /> : null}
      </Drawer>
    </Section>
  );
}
