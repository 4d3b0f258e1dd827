import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import { DraftStatus, useDraft } from '~/drafts';
import { LazyHardToRead } from '~/features/observations/LazyGraphic';
import { LazyDoNotAsk } from '~/features/support/LazyDoNotAsk';
import { contactChannel, contactOutcome, useWords } from '~/features/words';
import { graphql, useCan, useMutation } from '~/gql';
import type { ContactChannel, ContactOutcome } from '~/gql/generated/graphql';
import { Button, ChipChoice, Form, TextArea, useForm, useFormValue } from '~/ui';
import { CaseField } from './CaseField';
import { CrisisPart } from './CrisisPart';
import { NotToContact } from './NotToContact';
import { RestPart } from './RestPart';
import { SafeContact } from './SafeContact';
import { useFamily } from './useFamily';
import { dangersIn, emptyContact, inputOf, minutesOf } from './values';

const LogDocument = graphql(`
  mutation ContactLog($input: ContactLogInput!) {
    contactLog(input: $input) {
      ... on ContactLogSuccess { contact { id case { id lastContactAt nextContactOn } } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

interface LogFormProps {
  /** The case that is open: then nothing has to be chosen. */
  caseId: string | undefined;
  back?: ReactNode;
  onDone: (done: LoggedContact) => void;
}

/** Where one goes from here: back, to the next contact, or to what was noticed in this one. */
type Next = 'close' | 'another' | 'observe';
export interface LoggedContact {
  next: Next;
  caseId: string;
  note: string;
  graphic: boolean;
  contentNote: string;
}

/** Case, how, what happened, the note; the rest is folded and has defaults that mostly fit. */
export function LogForm({ caseId, back, onDone }: LogFormProps) {
  const { t } = useLingui();
  const { choices } = useWords();
  const log = useMutation(LogDocument);
  const next = useRef<Next>('close');
  const observes = useCan('OBSERVATION_RECORD');
  const channelChosen = useRef(false);
  const form = useForm({
    initialValues: { ...emptyContact, case: caseId ?? null },
    validate: (values) => ({
      case: values.case ? null : t`Choose the case.`,
      minutes: Number.isNaN(minutesOf(values.minutes)) ? t`Write whole minutes, like 15.` : null,
      crisisAction:
        dangersIn(values.crises).length > 0 && !values.crisisAction.trim()
          ? t`Write what was done about the danger.`
          : null,
    }),
  });
  const draft = useDraft(`contact:${caseId ?? 'any'}`, form);
  const chosen = useFormValue(form, 'case');
  const channel = useFormValue(form, 'channel');
  const outcome = useFormValue(form, 'outcome');
  const family = useFamily(chosen);
  const { setFieldValue, getValues } = form;

  // The channel last used with this family, and the person last spoken with, unless told otherwise.
  useEffect(() => {
    if (!family) return;
    if (family.lastChannel && !channelChosen.current) setFieldValue('channel', family.lastChannel);
    const { person } = getValues();
    if (!family.people.some(({ id }) => id === person)) setFieldValue('person', family.lastPerson);
  }, [family, setFieldValue, getValues]);

  // Which button sent it is known while it is sent, and forgotten when something came between.
  const go = (to: Next) => {
    next.current = to;
    setTimeout(() => {
      next.current = 'close';
    });
  };

  return (
    <Form
      form={form}
      label={t`Log a contact`}
      submitLabel={t`Save`}
      extra={
        <>
          <Button type="submit" onClick={() => go('another')}>{t`Save and add another`}</Button>
          {observes ? (
            <Button
              type="submit"
              onClick={() => go('observe')}
            >{t`Save and add observation`}</Button>
          ) : null}
          {back}
          <DraftStatus draft={draft} onStartOver={() => form.reset()} />
        </>
      }
      onSubmit={async (values, { clientMutationKey }) => {
        const going = next.current;
        const outcome = await log({ input: { clientMutationKey, ...inputOf(values) } });
        return outcome.kind === 'done'
          ? {
              kind: 'done' as const,
              value: {
                next: going,
                caseId: values.case ?? '',
                note: values.note,
                graphic: values.graphic,
                contentNote: values.contentNote,
              },
            }
          : outcome;
      }}
      onDone={(done) => {
        draft.discard();
        onDone(done);
      }}
    >
      <CaseField
        chosen={chosen}
        onChoose={(id) => setFieldValue('case', id)}
        focusFirst={!caseId}
        fixed={caseId}
      />
      <LazyDoNotAsk caseId={chosen} />
      <NotToContact people={family?.people ?? []} />
      <ChipChoice
        label={t`How`}
        choices={choices(contactChannel)}
        value={channel}
        onChange={(next: ContactChannel) => {
          channelChosen.current = true;
          setFieldValue('channel', next);
        }}
      />
      <ChipChoice
        label={t`What happened`}
        choices={choices(contactOutcome)}
        value={outcome}
        onChange={(next: ContactOutcome) => setFieldValue('outcome', next)}
      />
      {outcome === 'UNSAFE_TO_TALK' ? <SafeContact people={family?.people ?? []} /> : null}
      <TextArea
        name="note"
        label={t`Note`}
        hint={t`What was said and heard, in plain words.`}
        focusFirst={caseId !== undefined}
      />
      <LazyHardToRead form={form} />
      <CrisisPart form={form} />
      <RestPart form={form} people={family?.people ?? []} />
    </Form>
  );
}
