import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import type { Picked } from '~/features/referrals/picked';
import { ServicePicker } from '~/features/referrals/ServicePicker';
import { graphql, useMutation } from '~/gql';
import type { State } from '~/gql/generated/graphql';
import { Check, DateField, Fold, TextArea, useForm, useFormValue } from '~/ui';
import { stillAhead } from './instant';

const AnswerDocument = graphql(`
  mutation RequestAnswer($input: RequestAnswerInput!) {
    requestAnswer(input: $input) {
      ... on RequestAnswerSuccess {
        request { id version state firstResponseAt followUpOn answers { at note answeredBy { id name } services { id name } } }
      }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

/** Services that one answer can name. */
const most = 20;

interface AnswerFormProps {
  request: {
    id: string;
    version: number;
    namesChild: boolean;
    jurisdiction: State;
    followUpOn?: string | null;
  };
  /** Whether somebody has answered before. */
  first: boolean;
  onDone?: () => void;
}

/** What was said or sent. The first answer stops the clock of the first response. */
export function AnswerForm({ request, first, onDone }: AnswerFormProps) {
  const { t } = useLingui();
  const answer = useMutation(AnswerDocument);
  const form = useForm({
    initialValues: {
      note: '',
      services: [] as Picked[],
      followUpOn: stillAhead(request.followUpOn),
      tellsNothingOfChild: false,
    },
    validate: (values) => ({
      note: values.note.trim() ? null : t`Write what you said or sent.`,
      tellsNothingOfChild:
        values.tellsNothingOfChild || !request.namesChild
          ? null
          : t`Confirm this: to tell something of a child needs a release.`,
    }),
  });
  const services = useFormValue(form, 'services');
  return (
    <DraftForm
      form={form}
      draft={`answer:${request.id}`}
      label={first ? t`First response` : t`Another answer`}
      submitLabel={first ? t`Record the first response` : t`Record the answer`}
      onSubmit={({ services: named, ...values }, { clientMutationKey, settledVersion }) =>
        answer({
          input: {
            ...values,
            clientMutationKey,
            id: request.id,
            expectedVersion: settledVersion ?? request.version,
            services: named.map(({ id }) => id),
          },
        })
      }
      onDone={() => {
        form.reset();
        onDone?.();
      }}
    >
      <TextArea
        name="note"
        label={t`What did you say or send?`}
        hint={t`For example: called back, gave two phone numbers, agreed on a call at 4.`}
        required
      />
      <Fold
        title={t`Services you named`}
        summary={services.length ? services.map(({ name }) => name).join(', ') : t`None yet`}
      >
        <ServicePicker
          chosen={services}
          onChange={(next) => form.setFieldValue('services', next)}
          error={form.errors.services}
          most={most}
          start={{ state: request.jurisdiction }}
          open
          focusFirst={false}
        />
      </Fold>
      <DateField
        name="followUpOn"
        label={t`Ask on this day how it went`}
        hint={t`Leave it empty when nothing is to be asked.`}
      />
      {request.namesChild ? (
        <Check
          name="tellsNothingOfChild"
          label={t`This answer tells nothing about the child who was named`}
          hint={t`Guidance and services can be given to anybody. What is known of a child is shared only by a release.`}
          required
        />
      ) : null}
    </DraftForm>
  );
}
