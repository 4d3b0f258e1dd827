import { useLingui } from '@lingui/react/macro';
import { useWords } from '~/features/words';
import type { CompelFactsQuery, InformationCategory } from '~/gql/generated/graphql';
import { ChipChoice, Select, TextArea, TextField, type TrellisForm, useFormValue } from '~/ui';
import type { CompelValues } from './compel';
import { Question } from './Question';
import { informationCategory, methodWords } from './words';

interface CompelWhatProps {
  form: TrellisForm<CompelValues>;
  reports: CompelFactsQuery['mandatedReports'];
}

/** Treatment for substance use needs a release that names it, whatever a court says (rule 24). */
const anything = (Object.keys(informationCategory) as InformationCategory[]).filter(
  (code) => code !== 'SUBSTANCE_USE_PART2',
);

/** Who receives what; of a report, only what belongs into its type (rule 23). */
export function CompelWhat({ form, reports }: CompelWhatProps) {
  const { t } = useLingui();
  const { choices } = useWords();
  const demand = useFormValue(form, 'demand');
  const report = useFormValue(form, 'report');
  const chosen = useFormValue(form, 'categories');
  const listed = demand === 'STATUTE' ? reports.find((one) => one.report === report) : undefined;
  const offered = anything.filter((code) => !listed || listed.categories.includes(code));
  const wordy = chosen.filter((code) => !listed || listed.words.includes(code));
  return (
    <Question title={t`What is shared, and with whom?`}>
      <TextField
        name="recipientName"
        label={t`Who receives it?`}
        hint={t`A court, or an agency: one, by its name.`}
        maxLength={200}
        required
      />
      <ChipChoice
        many
        name="categories"
        label={t`What is shared?`}
        hint={
          listed
            ? t`Only what belongs into this report, and of it only the fields that the law asks for.`
            : t`Only what the paper names.`
        }
        choices={choices(informationCategory, offered)}
        required
      />
      <ChipChoice name="method" label={t`How?`} choices={choices(methodWords)} required />
      <TextArea
        name="text"
        label={t`What is not kept in fields, in words`}
        hint={t`Leave it empty, unless they need it. It goes along exactly as you write it.`}
        rows={3}
      />
      <Select
        name="about"
        label={t`Of what kind are these words?`}
        choices={choices(informationCategory, wordy)}
        noMatch={t`Of what was chosen, nothing takes words in this report.`}
        clearable
      />
    </Question>
  );
}
