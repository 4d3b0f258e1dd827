import { Trans, useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { communityType, legalCustody, stateChoices, useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import type { CommunityType, LegalCustody, State } from '~/gql/generated/graphql';
import { ChipChoice, DateField, Select, TextArea, useForm } from '~/ui';
import type { Course } from './query';

const FactsDocument = graphql(`
  mutation CaseFactsChange($input: CaseFactsChangeInput!) {
    caseFactsChange(input: $input) {
      ... on CaseFactsChangeSuccess { case { id version legalCustody communityType jurisdiction } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
      ... on ConflictProblem { currentVersion fields { path yours theirs } }
    }
  }
`);

/** Custody, community, state: what was is kept, with since when and why. */
export function FactsForm({ of, onClose }: { of: Course; onClose: () => void }) {
  const { t } = useLingui();
  const { choices } = useWords();
  const change = useMutation(FactsDocument);
  const form = useForm({
    initialValues: {
      legalCustody: (of.legalCustody ?? null) as LegalCustody | null,
      communityType: (of.communityType ?? null) as CommunityType | null,
      jurisdiction: (of.jurisdiction ?? null) as State | null,
      since: null as string | null,
      reason: '',
    },
    validate: (values) => ({
      since: values.since ? null : t`Choose since which day it is so.`,
      reason: values.reason.trim() ? null : t`Write why.`,
    }),
  });
  return (
    <DraftForm
      form={form}
      draft={`case-facts:${of.id}`}
      version={of.version}
      label={t`Change custody, community or state`}
      onSubmit={(values, { clientMutationKey, settledVersion }) =>
        change({
          input: {
            clientMutationKey,
            id: of.id,
            expectedVersion: settledVersion ?? of.version,
            legalCustody: values.legalCustody,
            communityType: values.communityType,
            jurisdiction: values.jurisdiction,
            since: values.since ?? '',
            reason: values.reason,
          },
        })
      }
      onClose={onClose}
    >
      <Select name="legalCustody" label={t`Legal custody`} choices={choices(legalCustody)} />
      <Select name="jurisdiction" label={t`State or territory`} choices={stateChoices} />
      <ChipChoice name="communityType" label={t`Community`} choices={choices(communityType)} />
      <DateField
        name="since"
        label={t`Since which day?`}
        hint={t`For example: today, 11/18 or 11/18/2025`}
        max={new Date().toISOString().slice(0, 10)}
        required
      />
      <TextArea
        name="reason"
        label={t`Why?`}
        hint={t`An order, a move, what was found out.`}
        required
      />
      <p className="t-soft">
        <Trans>
          Clocks that run already stay as they are; those that start from now on go by this.
        </Trans>
      </p>
    </DraftForm>
  );
}
