import { useLingui } from '@lingui/react/macro';
import { useNavigate, useParams } from '@tanstack/react-router';
import { DraftStatus, useDraft } from '~/drafts';
import { communityType, legalCustody, useWords } from '~/features/words';
import { graphql, useMutation, useQuery } from '~/gql';
import type { CommunityType, LegalCustody } from '~/gql/generated/graphql';
import { NotFound } from '~/routes/NotFound';
import { FaultNotice } from '~/shell/FaultNotice';
import {
  ButtonLink,
  ChipChoice,
  DateField,
  Fold,
  Form,
  Page,
  Select,
  SkeletonRows,
  TextArea,
  TextField,
  useForm,
  useFormValue,
} from '~/ui';
import { LikeCases } from './LikeCases';

const ToOpenDocument = graphql(`
  query RequestToOpen($id: ID!) {
    request(id: $id) { id version state case { id } }
  }
`);
const OpenDocument = graphql(`
  mutation RequestOpenCase($input: RequestOpenCaseInput!) {
    requestOpenCase(input: $input) {
      ... on RequestOpenCaseSuccess { case { id request { id } } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

const empty = {
  alias: '',
  legalName: '',
  birthDate: null as string | null,
  pronouns: '',
  communityType: null as CommunityType | null,
  legalCustody: null as LegalCustody | null,
  summary: '',
};

/** Opens a case from a request: as little as it takes, and first a look whether it is there. */
export function OpenCase() {
  const { t } = useLingui();
  const { requestId } = useParams({ from: '/signed-in/requests/$requestId/open' });
  const { data, fault, retry } = useQuery(ToOpenDocument, { id: requestId }, { fresh: true });
  if (data && !data.request) return <NotFound />;
  return (
    <Page
      title={t`Open a case`}
      lead={t`Only the working name and custody are needed now; the rest can follow.`}
      narrow
    >
      {data?.request ? <OpenForm request={data.request} /> : null}
      {data || fault ? null : <SkeletonRows rows={5} />}
      {fault && !data ? <FaultNotice fault={fault} retry={retry} /> : null}
    </Page>
  );
}

function OpenForm({ request }: { request: { id: string; version: number } }) {
  const { t } = useLingui();
  const { choices } = useWords();
  const navigate = useNavigate();
  const open = useMutation(OpenDocument);
  const form = useForm({
    initialValues: empty,
    validate: (values) => ({
      alias: values.alias.trim() ? null : t`Write a working name.`,
      legalCustody: values.legalCustody ? null : t`Choose one; "Not known yet" is an answer.`,
    }),
  });
  const draft = useDraft(`open:${request.id}`, form);
  const alias = useFormValue(form, 'alias');
  const legalName = useFormValue(form, 'legalName');
  return (
    <Form
      form={form}
      label={t`Open a case`}
      submitLabel={t`Open the case`}
      extra={
        <>
          <ButtonLink
            to="/requests/$requestId"
            params={{ requestId: request.id }}
            look="quiet"
          >{t`Back`}</ButtonLink>
          <DraftStatus draft={draft} onStartOver={() => form.reset()} />
        </>
      }
      onSubmit={(values, { clientMutationKey, settledVersion }) =>
        open({
          input: {
            ...values,
            clientMutationKey,
            id: request.id,
            expectedVersion: settledVersion ?? request.version,
            legalName: values.legalName.trim() || null,
            pronouns: values.pronouns.trim() || null,
            summary: values.summary.trim() || null,
            legalCustody: values.legalCustody as LegalCustody,
          },
        })
      }
      onDone={(success) => {
        draft.discard();
        void navigate({ to: '/cases/$caseId', params: { caseId: success.case.id } });
      }}
    >
      <TextField
        name="alias"
        label={t`Working name`}
        hint={t`The name the team uses on screens: a first name in use, or one the young person chose.`}
        required
        focusFirst
      />
      <LikeCases words={alias} request={request} />
      <Select
        name="legalCustody"
        label={t`Who has legal custody?`}
        choices={choices(legalCustody)}
        required
      />
      <TextField
        name="legalName"
        label={t`Legal name`}
        hint={t`Kept hidden; showing it asks for a reason and is written down.`}
      />
      <LikeCases words={legalName} request={request} />
      <TextArea
        name="summary"
        label={t`What the team needs to know now`}
        hint={t`What happened, in plain words; no conclusions.`}
      />
      <Fold title={t`More about the young person`}>
        <DateField
          name="birthDate"
          label={t`Birth date`}
          hint={t`Kept hidden like the legal name.`}
        />
        <TextField name="pronouns" label={t`Pronouns`} />
        <ChipChoice
          name="communityType"
          label={t`Kind of community`}
          choices={choices(communityType)}
        />
      </Fold>
    </Form>
  );
}
