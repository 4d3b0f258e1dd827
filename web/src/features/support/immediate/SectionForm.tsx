import { useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { DraftForm } from '~/drafts';
import { useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import { Button, Check, TextArea, useForm } from '~/ui';
import type { ImmediatePlan, ImmediateStep, SupportedCase } from '../query';
import { immediateSection } from '../words';
import { KnownAlready } from './KnownAlready';
import { nextSilent } from './silent';

const WriteDocument = graphql(`
  mutation ImmediateSectionWrite($input: ImmediateSectionWriteInput!) {
    immediateSectionWrite(input: $input) {
      ... on ImmediateSectionWriteSuccess { plan { id version } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

interface SectionFormProps {
  of: SupportedCase;
  plan: ImmediatePlan;
  step: ImmediateStep;
  /** Goes on to the next part that says nothing. */
  onNext: (step: ImmediateStep) => void;
  onClose: () => void;
}

/** One part of the immediate plan: what is planned, or that it is not known yet. */
export function SectionForm({ of, plan, step, onNext, onClose }: SectionFormProps) {
  const { t } = useLingui();
  const { word } = useWords();
  const write = useMutation(WriteDocument);
  const goesOn = useRef(false);
  const next = nextSilent(plan.sections, step);
  const title = word(immediateSection, step.section);
  const form = useForm({
    initialValues: {
      content: step.content ?? '',
      unknownYet: step.unknownYet,
    },
  });
  return (
    <DraftForm
      form={form}
      draft={`hours:${plan.id}:${step.section}`}
      version={step.version}
      label={title}
      extra={
        next ? (
          <Button
            type="submit"
            onClick={() => {
              goesOn.current = true;
              setTimeout(() => {
                goesOn.current = false;
              });
            }}
          >{t`Save, then the next`}</Button>
        ) : undefined
      }
      onSubmit={async (values, { clientMutationKey, settledVersion }) => {
        const more = goesOn.current;
        const outcome = await write({
          input: {
            clientMutationKey,
            plan: plan.id,
            section: step.section,
            expectedVersion: settledVersion ?? step.version,
            content: values.content.trim() || null,
            unknownYet: values.unknownYet,
          },
        });
        return outcome.kind === 'done' ? { kind: 'done' as const, value: more } : outcome;
      }}
      conflictWords={{
        value: (path, value) =>
          path === 'unknownYet' ? (value === 'true' ? t`Not known yet` : t`Known`) : value,
      }}
      onBack={onClose}
      onDone={(more) => {
        if (more && next) onNext(next);
        else onClose();
      }}
    >
      <KnownAlready of={of} section={step.section} />
      <TextArea name="content" label={title} rows={4} focusFirst />
      <Check name="unknownYet" label={t`It is not known yet`} />
    </DraftForm>
  );
}
