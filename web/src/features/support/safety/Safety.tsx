import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { graphql, useAct, useMutation } from '~/gql';
import { Button, Columns, Day, Drawer, Modal, Notice, newKey, Row, Section, Stack } from '~/ui';
import { Kept } from '../Kept';
import type { SupportedCase } from '../query';
import css from '../support.module.css';
import { SafetyForm } from './SafetyForm';
import { SafetyMissing } from './SafetyMissing';
import { SafetyWords } from './SafetyWords';

const SettleDocument = graphql(`
  mutation SafetyPlanSettle($input: SafetyPlanSettleInput!) {
    safetyPlanSettle(input: $input) {
      ... on SafetyPlanSettleSuccess { case { id } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

/** What helps when it gets unsafe, made with the young person, and whether it was settled with them. */
export function Safety({ of, edits }: { of: SupportedCase; edits: boolean }) {
  const { t } = useLingui();
  const settle = useMutation(SettleDocument);
  const act = useAct();
  const [opened, setOpened] = useState<'form' | 'shown'>();
  const close = () => setOpened(undefined);
  const plan = of.safetyPlan;
  const complete = plan && plan.missing.length === 0 && !plan.needsChosenPerson;
  return (
    <Section
      title={t`Safety plan`}
      actions={
        <Row>
          {plan ? (
            <Button small onClick={() => setOpened('shown')}>{t`Show it in large type`}</Button>
          ) : null}
          {edits ? (
            <Button small onClick={() => setOpened('form')}>
              {plan ? t`Change the safety plan` : t`Write the safety plan`}
            </Button>
          ) : null}
        </Row>
      }
    >
      <Stack>
        {act.problem ? (
          <Notice tone="problem" onDismiss={act.dismiss}>
            {act.problem}
          </Notice>
        ) : null}
        {plan ? (
          <>
            {plan.settledAt ? (
              <Notice tone="good">
                <Trans>
                  Gone through with the young person by {plan.settledBy?.name},{' '}
                  <Day value={plan.settledAt} />
                </Trans>
              </Notice>
            ) : (
              <SafetyMissing plan={plan} />
            )}
            <Columns>
              <SafetyWords plan={plan} lines={css.lines} />
            </Columns>
            <Kept by={plan.writtenBy} at={plan.writtenAt} />
            {edits && !plan.settledAt ? (
              <div>
                <Button
                  look="main"
                  busy={act.busy}
                  disabled={!complete}
                  onClick={() =>
                    void act.run(() =>
                      settle({
                        input: {
                          clientMutationKey: newKey(),
                          case: of.id,
                          expectedVersion: plan.version,
                        },
                      }),
                    )
                  }
                >{t`We went through it together`}</Button>
              </div>
            ) : null}
          </>
        ) : (
          <p className="t-soft">
            {t`Nothing is written yet. It is made with the young person, in words they would use.`}
          </p>
        )}
      </Stack>
      <Drawer opened={opened === 'form'} onClose={close} title={t`Safety plan`}>
        {opened === 'form' ? <SafetyForm of={of} onClose={close} /> : null}
      </Drawer>
      <Modal opened={opened === 'shown'} onClose={close} title={t`My safety plan`} whole>
        {opened === 'shown' && plan ? (
          <div className={css.shown}>
            <SafetyWords plan={plan} lines={undefined} />
          </div>
        ) : null}
      </Modal>
    </Section>
  );
}
