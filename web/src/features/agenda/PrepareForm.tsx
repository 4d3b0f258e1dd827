import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { DraftForm } from '~/drafts';
import { instantOf } from '~/features/requests/instant';
import { staffingType, teamRole, useWords } from '~/features/words';
import { graphql, useMutation, useViewer } from '~/gql';
import type { StaffingType } from '~/gql/generated/graphql';
import { Check, ChipChoice, Columns, DateField, TextArea, TimeField, useForm } from '~/ui';
import css from './agenda.module.css';
import type { PreparedCase } from './query';
import { agendaKind } from './words';

const PrepareDocument = graphql(`
  mutation StaffingPrepare($input: StaffingScheduleInput!) {
    staffingSchedule(input: $input) {
      ... on StaffingScheduleSuccess { staffing { id cases { id nextStaffingAt } } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

interface PrepareFormProps {
  of: PreparedCase;
  onClose: () => void;
  onDone: (staffing: string) => void;
}

/** The question first, then when and who; what is open is on the agenda until it is taken off. */
export function PrepareForm({ of, onClose, onDone }: PrepareFormProps) {
  const { t } = useLingui();
  const { word, choices } = useWords();
  const schedule = useMutation(PrepareDocument);
  const colleagues = colleaguesOf(of, useViewer().user.id);
  // The drawer was there before what is in it: the question is what a person comes for.
  const question = useRef<HTMLTextAreaElement>(null);
  useEffect(() => question.current?.focus(), []);
  const own = of.staffingAgenda.filter(({ kind }) => isOwn(kind));
  const others = of.staffingAgenda.filter(({ kind }) => !isOwn(kind));
  const form = useForm({
    initialValues: {
      question: t`What is needed next, and who sees to it?`,
      day: null as string | null,
      time: '10:00',
      type: 'SUPERVISOR_CASE_STAFFING' as StaffingType,
      invited: colleagues.map(({ id }) => id),
      wantsKnown: '',
      notShared: '',
      on: others.map(() => true),
    },
    validate: (values) => ({
      question: values.question.trim() ? null : t`Say what is to be answered.`,
      day: values.day ? null : t`Choose a day.`,
      time: values.time ? null : t`Choose a time.`,
    }),
  });
  return (
    <DraftForm
      form={form}
      draft={`prepare:${of.id}`}
      label={t`Prepare a staffing`}
      submitLabel={t`Plan it and invite`}
      onClose={onClose}
      onSubmit={(values, { clientMutationKey }) =>
        schedule({
          input: {
            clientMutationKey,
            type: values.type,
            at: instantOf(values.day ?? '', values.time),
            cases: [of.id],
            purpose: values.question.trim(),
            invited: values.invited,
            agenda: [
              ...own.map(({ kind }) => ({
                case: of.id,
                kind,
                text:
                  (kind === 'YOUTH_WANTS_KNOWN' ? values.wantsKnown : values.notShared).trim() ||
                  null,
              })),
              ...others
                .filter((_, at) => values.on[at])
                .map(({ kind, text }) => ({ case: of.id, kind, text })),
            ],
          },
        })
      }
      onDone={({ staffing }) => onDone(staffing.id)}
    >
      <TextArea
        ref={question}
        name="question"
        label={t`The question`}
        hint={t`What is to be answered. Those see it who see the staffing; no mail says it.`}
        required
      />
      <Columns>
        <DateField name="day" label={t`Day`} required />
        <TimeField name="time" label={t`Time`} required />
      </Columns>
      {colleagues.length > 0 ? (
        <ChipChoice
          many
          name="invited"
          label={t`Who is asked to come`}
          hint={t`They get a mail that says nothing but that something waits.`}
          choices={colleagues.map(({ id, name, role }) => ({
            value: id,
            label: role ? `${name} · ${word(teamRole, role)}` : name,
          }))}
        />
      ) : null}
      <TextArea
        name="wantsKnown"
        label={word(agendaKind, 'YOUTH_WANTS_KNOWN')}
        hint={t`As they said it. Leave it empty until they were asked: it stays on the agenda.`}
      />
      <TextArea name="notShared" label={word(agendaKind, 'YOUTH_NOT_SHARED')} />
      {others.length > 0 ? (
        <fieldset className={css.agenda}>
          <legend>{t`On the agenda`}</legend>
          {others.map(({ kind, text }, at) => (
            <Check
              // biome-ignore lint/suspicious/noArrayIndexKey: the agenda is built once
              key={at}
              name={`on.${at}`}
              label={text ? `${word(agendaKind, kind)}: ${text}` : word(agendaKind, kind)}
            />
          ))}
        </fieldset>
      ) : null}
      <ChipChoice name="type" label={t`What kind?`} choices={choices(staffingType)} required />
    </DraftForm>
  );
}

const isOwn = (kind: string) => kind === 'YOUTH_WANTS_KNOWN' || kind === 'YOUTH_NOT_SHARED';

/** Who works on the case beside oneself, each once; a volunteer does not sit down with the team. */
function colleaguesOf(of: PreparedCase, me: string) {
  const known = new Map<
    string,
    { id: string; name: string; role?: PreparedCase['team'][number]['role'] }
  >();
  if (of.supervisor) known.set(of.supervisor.id, of.supervisor);
  for (const { role, user } of of.team) {
    if (user && role !== 'VOLUNTEER') known.set(user.id, { ...user, role });
  }
  known.delete(me);
  return [...known.values()];
}
