import { useLingui } from '@lingui/react/macro';
import { DraftForm } from '~/drafts';
import { instantOf } from '~/features/requests/instant';
import { useWords } from '~/features/words';
import { graphql, useMutation } from '~/gql';
import type { IntroductionPreference } from '~/gql/generated/graphql';
import {
  ChipChoice,
  Columns,
  DateField,
  Notice,
  TextArea,
  TextField,
  TimeField,
  useForm,
  useFormValue,
} from '~/ui';
import { introductionPreference } from './words';

const HandOffDocument = graphql(`
  mutation ReferralHandOff($input: ReferralHandOffInput!) {
    referralHandOff(input: $input) {
      ... on ReferralHandOffSuccess { referral { id } }
      ... on Problem { code message }
      ... on ValidationProblem { fields { path message } }
    }
  }
`);

interface IntroductionFormProps {
  referralId: string;
  onClose: () => void;
}

/** Who was called, who was there, and how the young person wanted it (rule 92). */
export function IntroductionForm({ referralId, onClose }: IntroductionFormProps) {
  const { t } = useLingui();
  const { choices } = useWords();
  const handOff = useMutation(HandOffDocument);
  const form = useForm({
    initialValues: {
      spokeWith: '',
      calledAt: null as string | null,
      time: '',
      youthPresent: null as 'YES' | 'NO' | null,
      youthPreference: null as IntroductionPreference | null,
      youthWords: '',
    },
    validate: (values) => ({
      spokeWith: values.spokeWith.trim() ? null : t`Write with whom you spoke.`,
      time: !values.calledAt || values.time ? null : t`Say at what time.`,
      youthPresent: values.youthPresent ? null : t`Choose yes or no.`,
      youthPreference: values.youthPreference ? null : t`Choose one; "Not asked yet" is fine.`,
    }),
  });
  const day = useFormValue(form, 'calledAt');
  return (
    <DraftForm
      form={form}
      draft={`introduction:${referralId}`}
      label={t`An introduction`}
      onSubmit={(values, { clientMutationKey }) =>
        handOff({
          input: {
            clientMutationKey,
            referral: referralId,
            spokeWith: values.spokeWith,
            calledAt: values.calledAt ? instantOf(values.calledAt, values.time) : null,
            youthPresent: values.youthPresent === 'YES',
            youthPreference: values.youthPreference ?? 'NOT_ASKED_YET',
            youthWords: values.youthWords.trim() ? values.youthWords : null,
          },
        })
      }
      onClose={onClose}
    >
      <Notice tone="care" title={t`Before you call`}>
        {t`What you say about the young person needs a release that covers it. They may speak for themselves.`}
      </Notice>
      <TextField
        name="spokeWith"
        label={t`With whom at the service?`}
        hint={t`A name, and what they do there.`}
        required
        focusFirst
      />
      <Columns>
        <DateField name="calledAt" label={t`On which day?`} hint={t`Left open, it is now.`} />
        {day ? <TimeField name="time" label={t`At what time?`} required /> : null}
      </Columns>
      <ChipChoice
        name="youthPresent"
        label={t`Was the young person there, or on the call?`}
        choices={[
          { value: 'YES', label: t`Yes` },
          { value: 'NO', label: t`No` },
        ]}
        required
      />
      <ChipChoice
        name="youthPreference"
        label={t`How did they want to meet the service?`}
        choices={choices(introductionPreference)}
        required
      />
      <TextArea
        name="youthWords"
        label={t`What did they say to it?`}
        hint={t`In their own words, exactly. Only if they want it written down.`}
        rows={2}
      />
    </DraftForm>
  );
}
