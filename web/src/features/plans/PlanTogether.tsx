import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import { withWords } from '~/i18n';
import { Button, List, Moment, Section, Stack } from '~/ui';
import type { Plan } from './query';

const StartDrawer = lazy(() =>
  withWords('together', import('~/features/together/StartDrawer')).then((m) => ({
    default: m.StartDrawer,
  })),
);

/** How many of the latest are shown; the rest is in the plan itself. */
const most = 5;

/** Sitting down with the young person, and what was said and chosen there. */
export function PlanTogether({ plan }: { plan: Plan }) {
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  return (
    <Section
      title={t`Together`}
      actions={
        <Button small onClick={() => setOpened(true)}>
          <Trans>Plan together</Trans>
        </Button>
      }
    >
      {plan.together.length > 0 ? (
        <List
          items={plan.together.slice(0, most)}
          itemKey={({ kind, at }) => kind + at}
          label={t`Said and chosen together`}
        >
          {(one) => <Record one={one} />}
        </List>
      ) : (
        <p className="t-soft">
          <Trans>
            Hand over the device: the young person writes and chooses, you sit beside them.
          </Trans>
        </p>
      )}
      <Suspense fallback={null}>
        {opened ? <StartDrawer planId={plan.id} onClose={() => setOpened(false)} /> : null}
      </Suspense>
    </Section>
  );
}

function Record({ one }: { one: Plan['together'][number] }) {
  const { t } = useLingui();
  const said = {
    RIGHT_EXPLAINED: t`That they need not take part was explained`,
    VOICE: t`Their words`,
    GOAL_ADDED: t`A goal of their own`,
    GOAL_ANSWERED: t`What they think of a goal`,
    SAFE_PERSON: t`Somebody who is safe`,
    COPING: t`Something that helps`,
    NOT_NOW: t`Not now`,
  }[one.kind];
  return (
    <Stack gap="small">
      <span>
        {said}
        {one.words ? `: “${one.words}”` : ''}
      </span>
      <span className="t-soft">
        <Trans>
          Together with {one.by?.name}, <Moment value={one.at} />
        </Trans>
      </span>
    </Stack>
  );
}
