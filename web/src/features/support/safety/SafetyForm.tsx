import { useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { DraftForm } from '~/drafts';
import { useWords } from '~/features/words';
import { graphql, useAsk, useMutation } from '~/gql';
import type { SafetySection } from '~/gql/generated/graphql';
import { type Outcome, TextArea, useForm } from '~/ui';
import { CaseSupportDocument, type SupportedCase } from '../query';
import { safetySection } from '../words';
import { SafePeople } from './SafePeople';
import { type SafetyValues, saysOf, sections, valuesOf } from './values';

const WriteDocument = graphql(`
  mutation SafetyPlanWrite($input: SafetyPlanWriteInput!) {
    safetyPlanWrite(input: $input) {
      ... on SafetyPlanWriteSuccess { case { id } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

/** All of the safety plan, in the words of the one it is for. Some of it may wait. */
export function SafetyForm({ of, onClose }: { of: SupportedCase; onClose: () => void }) {
  const { t } = useLingui();
  const { word } = useWords();
  const write = useMutation(WriteDocument);
  const ask = useAsk(CaseSupportDocument);
  const theirs = useRef<SafetyValues>(undefined);
  const form = useForm<SafetyValues>({
    initialValues: valuesOf(of.safetyPlan),
    validate: (values) =>
      Object.fromEntries(
        values.safePeople.map(({ name }, n) => [
          `safePeople.${n}.name`,
          name.trim() ? null : t`Write who it is, or take this row out.`,
        ]),
      ),
  });
  const titles: Record<string, string> = { safePeople: t`People I can turn to` };
  return (
    <DraftForm
      form={form}
      draft={`safety:${of.id}`}
      label={t`Safety plan`}
      onSubmit={async (values, { clientMutationKey, settledVersion }) => {
        const expectedVersion = settledVersion ?? values.version;
        const outcome = await write({
          input: { clientMutationKey, case: of.id, expectedVersion, ...saysOf(values) },
        });
        if (outcome.kind === 'conflict') {
          const now = await ask({ id: of.id });
          if (now.kind === 'fault') return now;
          theirs.current = valuesOf(now.data.case?.safetyPlan);
        }
        return atTheirSection(outcome);
      }}
      conflictWords={{
        label: (path) => titles[path],
        // The server marks with a star whom the young person chose.
        value: (path, value) =>
          path === 'safePeople' ? value.replace(/ \*$/gm, ` (${t`chosen by them`})`) : value,
      }}
      readTheirs={(path) => (path === 'safePeople' ? theirs.current?.safePeople : undefined)}
      onClose={onClose}
    >
      <p className="t-soft">
        {t`Write it with them, one thing a line. Put their exact words in quotation marks: they are shown as theirs.`}
      </p>
      {sections.map((section) => (
        <Field key={section} section={section} label={word(safetySection, section)}>
          {/* The people stand where the young person looks for them: after what helps. */}
          {section === 'COPING_STRATEGIES' ? <SafePeople form={form} /> : null}
        </Field>
      ))}
    </DraftForm>
  );
}

interface FieldProps {
  section: SafetySection;
  label: string;
  children: React.ReactNode;
}

function Field({ section, label, children }: FieldProps) {
  return (
    <>
      <TextArea name={`sections.${section}`} label={label} rows={2} />
      {children}
    </>
  );
}

/** A problem with one line is shown at the section that holds it. */
function atTheirSection<Done>(outcome: Outcome<Done>): Outcome<Done> {
  if (outcome.kind !== 'problems') return outcome;
  const fields = outcome.fields.map(({ path, message }) => ({
    path: path.replace(/^(sections\.[A-Z_]+)\.\d+$/, '$1'),
    message,
  }));
  return { ...outcome, fields };
}
