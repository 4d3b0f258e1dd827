import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { dayHere, timeHere } from '~/features/clocks/here';
import { When, whenOf } from '~/features/clocks/When';
import { useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import type { ReportPhoto } from '~/gql/generated/graphql';
import { Check, ChipChoice, TextArea, TextField, useForm } from '~/ui';
import type { Report } from './parts';
import { endangerment, reportItem, reportPhoto } from './words';

const SaveDocument = graphql(`
  mutation MissingReportSave($input: MissingReportSaveInput!) {
    missingReportSave(input: $input) {
      ... on MissingReportSaveSuccess { report { id version } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

/** The whole report as it is to be. Nothing in it is required (rule 52). */
export function ReportForm({ report, onClose }: { report: Report; onClose: () => void }) {
  const { t } = useLingui();
  const { choices } = useWords();
  const save = useMutation(SaveDocument);
  const form = useForm({
    initialValues: {
      photo: report.photo as ReportPhoto | null,
      description: report.description ?? '',
      endangerment: [...report.endangerment],
      noEndangermentKnown: report.noEndangermentKnown,
      lastSeenAt: report.lastSeenAt ? dayHere(report.lastSeenAt) : (null as string | null),
      lastSeenAtTime: report.lastSeenAt ? timeHere(report.lastSeenAt) : '',
      lastSeenPlace: report.lastSeenPlace ?? '',
      clothing: report.clothing ?? '',
      accompaniedBy: report.accompaniedBy ?? '',
      guardianContact: report.guardianContact ?? '',
      agencyContact: report.agencyContact ?? '',
      unknown: [...report.unknown],
    },
  });
  return (
    <DraftForm
      form={form}
      draft={`report:${report.id}`}
      version={report.version}
      label={t`Write the report`}
      submitLabel={t`Save the report`}
      onSubmit={({ lastSeenAtTime, ...values }, { clientMutationKey, settledVersion }) =>
        save({
          input: {
            clientMutationKey,
            id: report.id,
            expectedVersion: settledVersion ?? report.version,
            ...values,
            lastSeenAt: whenOf(values.lastSeenAt, lastSeenAtTime),
            description: values.description.trim() || null,
            lastSeenPlace: values.lastSeenPlace.trim() || null,
            clothing: values.clothing.trim() || null,
            accompaniedBy: values.accompaniedBy.trim() || null,
            guardianContact: values.guardianContact.trim() || null,
            agencyContact: values.agencyContact.trim() || null,
          },
        })
      }
      onClose={onClose}
    >
      <p className="t-soft">{t`Nothing here is required. What is left empty stays listed until it is supplied or marked as unknown.`}</p>
      <ChipChoice name="photo" label={t`Photo`} choices={choices(reportPhoto)} />
      <TextArea name="description" label={t`What they look like`} rows={2} />
      <ChipChoice
        many
        name="endangerment"
        label={t`What makes it more dangerous to be away?`}
        choices={choices(endangerment)}
      />
      <Check name="noEndangermentKnown" label={t`Nothing of that kind is known`} />
      <When
        name="lastSeenAt"
        label={t`When they were last seen`}
        hint={t`Empty: not known. For example: yesterday or -2`}
      />
      <TextField name="lastSeenPlace" label={t`Where they were last seen`} maxLength={1000} />
      <TextField name="clothing" label={t`Clothing`} maxLength={1000} />
      <TextField name="accompaniedBy" label={t`Who was with them`} maxLength={1000} />
      <TextField name="guardianContact" label={t`How the guardian is reached`} maxLength={1000} />
      <TextField name="agencyContact" label={t`How the agency is reached`} maxLength={1000} />
      <ChipChoice
        many
        name="unknown"
        label={t`Not known, and will not be`}
        hint={t`Only what was left empty above`}
        choices={choices(reportItem)}
      />
    </DraftForm>
  );
}
