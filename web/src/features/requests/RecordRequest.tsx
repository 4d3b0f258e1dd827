import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { DraftStatus, useDraft } from '~/drafts';
import {
  requestChannel,
  requesterKind,
  requestTopic,
  stateChoices,
  urgency,
  useWords,
} from '~/features/words';
import { graphql, useMutation } from '~/gql';
import type {
  RequestChannel,
  RequesterKind,
  RequestTopic,
  State,
  Urgency,
} from '~/gql/generated/graphql';
import {
  Check,
  ChipChoice,
  Columns,
  DateField,
  Fold,
  Form,
  Page,
  Select,
  TextArea,
  TextField,
  TimeField,
  useForm,
} from '~/ui';
import { instantOf } from './instant';

const RecordDocument = graphql(`
  mutation RequestRecord($input: RequestRecordInput!) {
    requestRecord(input: $input) {
      ... on RequestRecordSuccess { request { id } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

const empty = {
  requesterKind: null as RequesterKind | null,
  requesterName: '',
  requesterPhone: '',
  requesterOrganization: '',
  jurisdiction: null as State | null,
  urgency: null as Urgency | null,
  topics: [] as RequestTopic[],
  situation: '',
  namesChild: false,
  cameBy: 'PHONE' as RequestChannel | null,
  receivedAt: null as string | null,
  receivedTime: '',
};

/** What nobody here types came by the public form. */
const byHand: RequestChannel[] = ['PHONE', 'EMAIL', 'IN_PERSON', 'LETTER'];

/** Somebody called or wrote: everything that is typed is kept as a draft until it is recorded. */
export function RecordRequest() {
  const { t } = useLingui();
  const { choices } = useWords();
  const navigate = useNavigate();
  const record = useMutation(RecordDocument);
  const form = useForm({
    initialValues: empty,
    validate: (values) => ({
      requesterKind: values.requesterKind ? null : t`Choose who asks.`,
      requesterName: values.requesterName.trim() ? null : t`Write a name to call back.`,
      jurisdiction: values.jurisdiction ? null : t`Choose a state or territory.`,
      urgency: values.urgency ? null : t`Choose how soon they need us.`,
      topics: values.topics.length ? null : t`Choose at least one.`,
      situation: values.situation.trim() ? null : t`Write in a sentence or two what happened.`,
    }),
  });
  const draft = useDraft('request', form);
  return (
    <Page
      title={t`Record a request`}
      lead={t`What was asked, by whom. No child has to be named here.`}
      narrow
    >
      <Form
        form={form}
        label={t`Record a request`}
        submitLabel={t`Record the request`}
        extra={<DraftStatus draft={draft} onStartOver={() => form.reset()} />}
        onSubmit={(values, { clientMutationKey }) =>
          record({ input: { clientMutationKey, ...inputOf(values) } })
        }
        onDone={({ request }) => {
          draft.discard();
          void navigate({ to: '/requests/$requestId', params: { requestId: request.id } });
        }}
      >
        <ChipChoice
          name="urgency"
          label={t`How soon do they need us?`}
          choices={choices(urgency)}
          required
        />
        <TextArea
          name="situation"
          label={t`What happened, and what do they ask for?`}
          hint={t`Plain facts. Leave names of children out; a case has its own, guarded place for them.`}
          rows={5}
          required
        />
        <Check
          name="namesChild"
          label={t`They named a child`}
          hint={t`The name is not kept here. Our answers then tell nothing about the child without a release.`}
        />
        <ChipChoice
          many
          name="topics"
          label={t`What is it about?`}
          choices={choices(requestTopic)}
          required
        />
        <Columns>
          <TextField name="requesterName" label={t`Who called or wrote?`} required />
          <Select
            name="requesterKind"
            label={t`Their part in it`}
            choices={choices(requesterKind)}
            required
          />
          <TextField
            name="requesterPhone"
            type="tel"
            label={t`Phone to call back`}
            hint={t`Kept hidden; showing it is written down.`}
          />
          <TextField name="requesterOrganization" label={t`Their organization`} />
          <Select
            name="jurisdiction"
            label={t`State or territory`}
            choices={stateChoices}
            required
          />
        </Columns>
        <Fold title={t`When and how it came in`} summary={t`Just now, by phone`}>
          <ChipChoice name="cameBy" label={t`How?`} choices={choices(requestChannel, byHand)} />
          <Columns>
            <DateField name="receivedAt" label={t`Day`} />
            <TimeField name="receivedTime" label={t`Time`} />
          </Columns>
        </Fold>
      </Form>
    </Page>
  );
}

/** What the server is sent. The form has made sure that nothing required is missing. */
function inputOf(values: typeof empty) {
  const { receivedTime, receivedAt, requesterKind, jurisdiction, urgency, ...rest } = values;
  return {
    ...rest,
    requesterKind: requesterKind as RequesterKind,
    jurisdiction: jurisdiction as State,
    urgency: urgency as Urgency,
    requesterPhone: values.requesterPhone.trim() || null,
    requesterOrganization: values.requesterOrganization.trim() || null,
    receivedAt: receivedAt ? instantOf(receivedAt, receivedTime) : null,
  };
}
