import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useId } from 'react';
import { DraftForm } from '~/drafts';
import { CaseField } from '~/features/contacts/CaseField';
import { NeedFields } from '~/features/needs/NeedFields';
import { emptyProfile, profileOf } from '~/features/needs/profile';
import type { PlanDomain, State } from '~/gql/generated/graphql';
import { Check, Hideable, TextArea, useForm, useFormValue } from '~/ui';
import { kindFor } from './kinds';
import type { ReferProps } from './LazyReferDrawer';
import { asPicked, mostServices, type Picked } from './picked';
import css from './refer.module.css';
import { ServicePicker } from './ServicePicker';
import { type Sent, useSending } from './useSending';

interface ReferFormProps extends Omit<ReferProps, 'stepId'> {
  of?: { alias: string; jurisdiction?: State | null } | undefined;
  step?: { id: string; text: string; domain: PlanDomain } | undefined;
  onDone: (sent: readonly Sent[]) => void;
}

/** What is needed, and which services could give it. Who needs it is not told to them (rule 87). */
export function ReferForm({ caseId, of, step, service, onClose, onDone }: ReferFormProps) {
  const { t } = useLingui();
  const send = useSending();
  const form = useForm({
    initialValues: {
      case: caseId ?? null,
      services: (service ? [asPicked(service)] : []) as Picked[],
      need: step?.text ?? '',
      later: false,
      ...emptyProfile(step ? kindFor[step.domain] : undefined),
    },
    validate: (values) => ({
      case: values.case ? null : t`Choose the case.`,
      services: values.services.length ? null : t`Choose at least one service.`,
      need: values.need.trim() ? null : t`Write what is needed.`,
    }),
  });
  const services = useFormValue(form, 'services');
  const chosenCase = useFormValue(form, 'case');
  const later = useFormValue(form, 'later');
  const setServices = (next: Picked[]) => form.setFieldValue('services', next);
  const about = step?.id ?? caseId ?? 'any';
  const onlyNeed = caseId !== undefined && service !== undefined;
  const needId = useId();
  // What is known of the case may arrive after the drawer has opened and placed its focus.
  useEffect(() => {
    if (onlyNeed) document.getElementById(needId)?.querySelector('textarea')?.focus();
  }, [onlyNeed, needId]);
  return (
    <DraftForm
      form={form}
      draft={`refer:${about}${service ? `:${service.id}` : ''}`}
      label={t`Refer to a service`}
      submitLabel={later ? t`Keep as a draft` : t`Refer`}
      onSubmit={(values, { clientMutationKey }) =>
        send(
          values.services,
          {
            case: values.case ?? '',
            step: step?.id ?? null,
            need: values.need,
            send: !values.later,
            profile: profileOf(values),
          },
          clientMutationKey,
        )
      }
      onDone={onDone}
      onBack={onClose}
    >
      {of ? (
        <p className="t-soft">
          <Trans>
            For <Hideable>{of.alias}</Hideable>
          </Trans>
          {step ? (
            <>
              {' · '}
              <Trans>Step: {step.text}</Trans>
            </>
          ) : null}
        </p>
      ) : (
        <CaseField
          chosen={chosenCase}
          onChoose={(id) => form.setFieldValue('case', id)}
          focusFirst
          fixed={undefined}
        />
      )}
      <ServicePicker
        chosen={services}
        onChange={setServices}
        error={form.errors.services}
        most={mostServices}
        start={{
          state: of?.jurisdiction ?? undefined,
          kind: step ? kindFor[step.domain] : undefined,
        }}
        open={!service}
        focusFirst={caseId !== undefined && !service}
      />
      <NeedFields />
      <div id={needId}>
        <TextArea
          name="need"
          label={t`What is needed?`}
          hint={t`What, not who. It stays with the case.`}
          required
          focusFirst={onlyNeed}
        />
      </div>
      <Check name="later" label={t`Keep it as a draft, to be sent later`} />
      <p className={css.leaves}>
        <Trans>
          No name and nothing you wrote here leaves: a service is told a reference, what you chose
          from the lists, and "please call us". Who it is about is shared after it has accepted, if
          a release covers that.
        </Trans>
      </p>
    </DraftForm>
  );
}
