import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { AdminViews } from '~/features/admin/AdminViews';
import { graphql, useMutation, useQuery, useViewer } from '~/gql';
import type { PlanSettingsQuery } from '~/gql/generated/graphql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Needs } from '~/shell/Needs';
import { Form, Notice, Page, Section, SkeletonRows, Stack, TextField, useForm } from '~/ui';
import { wholeNumbers } from './wholeNumbers';

const PlanSettingsDocument = graphql(`
  query PlanSettings { planSettings { version medicalHours youthGoalDays } }
`);
const SetDocument = graphql(`
  mutation PlanSettingsSet($input: PlanSettingsSetInput!) {
    planSettingsSet(input: $input) {
      ... on PlanSettingsSetSuccess { settings { version medicalHours youthGoalDays } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);
type Settings = NonNullable<PlanSettingsQuery['planSettings']>;

/** What an organisation wants of its plans: when a prompt comes, when reminders end. */
export function PlanSettings() {
  return (
    <Needs act="PLAN_SETTINGS">
      <SettingsScreen />
    </Needs>
  );
}

function SettingsScreen() {
  const { t } = useLingui();
  const { data, fault, retry } = useQuery(
    PlanSettingsDocument,
    {},
    { fresh: true, touches: ['PlanSettings'] },
  );
  const settings = data?.planSettings;
  const [saved, setSaved] = useState(false);
  return (
    <Page narrow title={t`Plans`} lead={t`What your organization has set for all of its plans.`}>
      <Stack>
        <AdminViews current="plans" />
        {fault ? <FaultNotice fault={fault} retry={retry} /> : null}
        {!settings && !fault ? <SkeletonRows rows={4} /> : null}
        {saved ? <Notice tone="good">{t`It is saved.`}</Notice> : null}
        {settings ? (
          <SettingsForm key={settings.version} settings={settings} onSaved={() => setSaved(true)} />
        ) : null}
      </Stack>
    </Page>
  );
}

function SettingsForm({ settings, onSaved }: { settings: Settings; onSaved: () => void }) {
  const { t } = useLingui();
  const { organization } = useViewer();
  const set = useMutation(SetDocument);
  const form = useForm({
    initialValues: {
      youthGoalDays: String(settings.youthGoalDays),
      medicalHours: settings.medicalHours.join(', '),
    },
    validate: (values) => ({
      youthGoalDays:
        wholeNumbers(values.youthGoalDays)?.length === 1 ? null : t`Write one whole number.`,
      medicalHours: wholeNumbers(values.medicalHours)
        ? null
        : t`Write whole numbers with commas between.`,
    }),
  });
  return (
    <Section title={t`Prompts and reminders`}>
      <Form
        form={form}
        label={t`Prompts and reminders`}
        submitLabel={t`Save`}
        onSubmit={(values, { clientMutationKey, settledVersion }) =>
          set({
            input: {
              clientMutationKey,
              organization: organization.id,
              expectedVersion: settledVersion ?? settings.version,
              youthGoalDays: wholeNumbers(values.youthGoalDays)?.[0] ?? 0,
              medicalHours: wholeNumbers(values.medicalHours) ?? [],
            },
          })
        }
        onDone={onSaved}
        extra={
          settings.version === 0 ? (
            <span className="t-soft">{t`Nothing was changed yet: these are the defaults.`}</span>
          ) : undefined
        }
      >
        <TextField
          name="youthGoalDays"
          label={t`Days until a plan asks for a goal of the young person's own`}
          hint={t`From 1 to 365. It is a prompt to the team, and nothing waits for it.`}
          inputMode="numeric"
          required
        />
        <TextField
          name="medicalHours"
          label={t`Hours after a recovery at which medical reminders end`}
          hint={t`The soonest first, with commas between: at most 10, each from 1 to 720.`}
        />
      </Form>
    </Section>
  );
}
