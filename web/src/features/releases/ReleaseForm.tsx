import { Trans, useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { useWords } from '~/features/words';
import { graphql, useMutation, useQuery } from '~/gql';
import type { ReleasePeopleQuery } from '~/gql/generated/graphql';
import { FaultNotice } from '~/shell/FaultNotice';
import { ChipChoice, Select, SkeletonRows, TextField, useForm, useFormValue } from '~/ui';
import { HowExplained } from './HowExplained';
import { HowLong } from './HowLong';
import { Question } from './Question';
import { ReleasePeopleDocument } from './query';
import { RecipientField } from './RecipientField';
import { usePersonLabel } from './usePersonLabel';
import { draftOf, emptyRelease } from './values';
import { WhoSigns } from './WhoSigns';
import { informationCategory, methodWords, purposeWords } from './words';

const DraftDocument = graphql(`
  mutation ReleaseDraft($input: ReleaseDraftInput!) {
    releaseDraft(input: $input) {
      ... on ReleaseDraftSuccess { release { id case { id } } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

/** A release, question by question, as one goes through it with the young person (rules 12 to 20). */
export function ReleaseForm({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const { data, fault, retry } = useQuery(ReleasePeopleDocument, { id: caseId });
  if (!data) {
    return fault ? <FaultNotice fault={fault} retry={retry} /> : <SkeletonRows rows={8} />;
  }
  return <Asked caseId={caseId} onClose={onClose} data={data} />;
}

interface AskedProps {
  caseId: string;
  onClose: () => void;
  data: ReleasePeopleQuery;
}

function Asked({ caseId, onClose, data }: AskedProps) {
  const { t } = useLingui();
  const { choices } = useWords();
  const label = usePersonLabel();
  const draft = useMutation(DraftDocument);
  const young = data.case?.people.filter(({ role }) => role === 'CHILD') ?? [];
  const form = useForm({
    initialValues: emptyRelease(data.releaseLimits.usualDays),
    validate: (values) => ({
      person: young.length === 1 || values.person ? null : t`Choose the young person.`,
      recipient: values.recipient ? null : t`Choose the organization.`,
      categories: values.categories.length ? null : t`Choose what they may be told.`,
      purpose: values.purpose ? null : t`Choose what for.`,
      purposeWords:
        values.purpose !== 'OTHER_SPECIFIED' || values.purposeWords.trim()
          ? null
          : t`Say what for.`,
      methods: values.methods.length ? null : t`Choose how they may be told.`,
      explainedHow: values.explainedHow.trim() ? null : t`Write how it was explained.`,
      explainedLanguage: values.explainedLanguage.trim() ? null : t`Write in which language.`,
      consequencesExplained: values.consequencesExplained
        ? null
        : t`Explain first what can come of it.`,
      servicesDoNotDepend: values.servicesDoNotDepend
        ? null
        : t`Say first that no help depends on it.`,
      redisclosureNotice:
        values.redisclosureNotice || !values.categories.includes('SUBSTANCE_USE_PART2')
          ? null
          : t`Explain first that they may not pass it on.`,
      signerPolicy: values.signerPolicy ? null : t`Choose who signs.`,
    }),
  });
  const purpose = useFormValue(form, 'purpose');
  const categories = useFormValue(form, 'categories');
  if (young.length === 0) {
    return (
      <p>
        <Trans>A release is about the young person. Add them under "People" first.</Trans>
      </p>
    );
  }
  return (
    <DraftForm
      form={form}
      draft={`release:${caseId}`}
      label={t`Write a release`}
      submitLabel={t`Save, to be signed`}
      onSubmit={(values, { clientMutationKey }) =>
        draft({
          input: {
            ...draftOf(values, data.releaseLimits.daysWithoutReason),
            clientMutationKey,
            case: caseId,
            person: values.person ?? young[0]?.id ?? '',
          },
        })
      }
      onClose={onClose}
    >
      <p>
        <Trans>
          Go through it together. They may say no to any of it, or to all of it, and get the same
          help. It opens nothing before it is signed.
        </Trans>
      </p>
      {young.length > 1 ? (
        <Select
          name="person"
          label={t`About whom?`}
          choices={young.map((one) => ({ value: one.id, label: label(one) }))}
          required
        />
      ) : null}
      <Question title={t`Who may be told?`}>
        <RecipientField form={form} />
      </Question>
      <Question title={t`What may they be told?`}>
        <ChipChoice
          many
          name="categories"
          label={t`Kinds of information`}
          hint={t`As few as do. What is not chosen stays here.`}
          choices={choices(informationCategory)}
          required
        />
        <ChipChoice name="purpose" label={t`What for?`} choices={choices(purposeWords)} required />
        {purpose === 'OTHER_SPECIFIED' ? (
          <TextField name="purposeWords" label={t`What for, in words`} maxLength={200} required />
        ) : null}
        <ChipChoice
          many
          name="methods"
          label={t`How may they be told?`}
          choices={choices(methodWords)}
          required
        />
      </Question>
      <HowLong form={form} limits={data.releaseLimits} />
      <HowExplained
        team={data.case?.team.flatMap(({ user }) => (user ? [user] : [])) ?? []}
        part2={categories.includes('SUBSTANCE_USE_PART2')}
      />
      <WhoSigns form={form} />
    </DraftForm>
  );
}
