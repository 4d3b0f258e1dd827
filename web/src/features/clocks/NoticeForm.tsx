import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import type { NoticeMethod, NotifiedParty } from '~/gql/generated/graphql';
import { Check, ChipChoice, Select, TextField, useForm, useFormValue } from '~/ui';
import { When, whenOf } from './When';
import { noticeMethod, notifiedParty } from './words';

const NoticeDocument = graphql(`
  mutation NoticeRecord($input: NoticeRecordInput!) {
    noticeRecord(input: $input) {
      ... on NoticeRecordSuccess { notice { id case { id } } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

interface NoticeFormProps {
  caseId: string;
  /** In which time away; absent for what is of none. */
  episodeId: string | undefined;
  /** Whom a clock waits for: then it is not asked. */
  party?: NotifiedParty | undefined;
  onClose: () => void;
}

/** That somebody was told: who spoke to whom, when, and the number they gave (rules 49, 53). */
export function NoticeForm({ caseId, episodeId, party, onClose }: NoticeFormProps) {
  const { t } = useLingui();
  const { word, choices } = useWords();
  const record = useMutation(NoticeDocument);
  const form = useForm({
    initialValues: {
      party: (party ?? null) as NotifiedParty | null,
      method: 'PHONE' as NoticeMethod,
      agency: '',
      personSpokenTo: '',
      reference: '',
      at: null as string | null,
      atTime: '',
      askNotToRevealCare: true,
    },
    validate: (values) => ({ party: values.party ? null : t`Choose who was told.` }),
  });
  const toCenter = useFormValue(form, 'party') === 'NCMEC';
  return (
    <DraftForm
      form={form}
      draft={`notice:${episodeId ?? caseId}:${party ?? 'any'}`}
      label={t`Record who was told`}
      submitLabel={t`Record it`}
      onSubmit={(values, { clientMutationKey }) =>
        record({
          input: {
            clientMutationKey,
            case: caseId,
            episode: episodeId ?? null,
            party: values.party as NotifiedParty,
            method: values.method,
            agency: values.agency,
            personSpokenTo: values.personSpokenTo,
            reference: values.reference,
            at: whenOf(values.at, values.atTime),
            askNotToRevealCare: values.party === 'NCMEC' ? values.askNotToRevealCare : null,
          },
        })
      }
      onClose={onClose}
    >
      {party ? (
        <p>
          <strong>{word(notifiedParty, party)}</strong>
        </p>
      ) : (
        <Select name="party" label={t`Who was told?`} choices={choices(notifiedParty)} required />
      )}
      <ChipChoice name="method" label={t`How`} choices={choices(noticeMethod)} />
      <TextField
        name="agency"
        label={t`Agency`}
        hint={t`For example: Example County Sheriff`}
        required
        focusFirst={party !== undefined}
      />
      <TextField
        name="personSpokenTo"
        label={t`Person spoken to`}
        hint={t`Name, and badge if there is one`}
        required
      />
      <TextField
        name="reference"
        label={t`Their number for it`}
        hint={t`Of the report, the case or the entry. Without one: say so here.`}
        required
      />
      <When name="at" label={t`When they were told`} />
      {toCenter ? (
        <Check
          name="askNotToRevealCare"
          label={t`They were asked not to reveal that the young person is in foster care`}
        />
      ) : null}
    </DraftForm>
  );
}
