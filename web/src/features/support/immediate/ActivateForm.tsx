import { useLingui } from '@lingui/react/macro';
import { instantOf } from '~/features/requests/instant';
import { useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import type { ImmediateSection } from '~/gql/generated/graphql';
import { Columns, DateField, Form, parseDay, TimeField, useForm } from '~/ui';
import type { ImmediatePlan } from '../query';
import { immediateSection } from '../words';
import { thisMinute } from './minute';

const ActivateDocument = graphql(`
  mutation ImmediatePlanActivate($input: ImmediatePlanActivateInput!) {
    immediatePlanActivate(input: $input) {
      ... on ImmediatePlanActivateSuccess { plan { id version state } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

/**
 * Makes the plan the one that is lived by. Recording a return does it by itself when no part is
 * silent; this is for a return that is recorded elsewhere, and for a plan that waited (rule 63).
 */
export function ActivateForm({ plan }: { plan: ImmediatePlan }) {
  const { t } = useLingui();
  const { word } = useWords();
  const activate = useMutation(ActivateDocument);
  const known = plan.recoveredAt;
  const form = useForm({
    initialValues: { recoveredAt: parseDay('today'), time: '' },
    validate: (values) => ({
      recoveredAt: known || values.recoveredAt ? null : t`Choose the day.`,
    }),
  });
  return (
    <Form
      form={form}
      label={t`They are back: live by this plan`}
      submitLabel={t`They are back: live by this plan`}
      onSubmit={async ({ recoveredAt, time }, { clientMutationKey }) => {
        const now = !time && recoveredAt === parseDay('today');
        const at = now ? thisMinute() : instantOf(recoveredAt ?? '', time);
        const outcome = await activate({
          input: {
            clientMutationKey,
            id: plan.id,
            expectedVersion: plan.version,
            recoveredAt: known ?? at,
          },
        });
        if (outcome.kind !== 'problems') return outcome;
        // Which part is silent is said by its name: the message alone is the same for each.
        const fields = outcome.fields.map(({ path, message }) => {
          const section = /^sections\.([A-Z_]+)$/.exec(path)?.[1] as ImmediateSection | undefined;
          const title = section ? word(immediateSection, section) : '';
          return section ? { path, message: `${title}: ${message}` } : { path, message };
        });
        return { ...outcome, fields };
      }}
      onDone={() => undefined}
    >
      {known ? null : (
        <Columns>
          <DateField name="recoveredAt" label={t`Back on`} />
          <TimeField name="time" label={t`At, if it was not now`} />
        </Columns>
      )}
    </Form>
  );
}
