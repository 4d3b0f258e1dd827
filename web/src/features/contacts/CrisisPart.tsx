import { useLingui } from '@lingui/react/macro';
import { crisisType, useWords } from '~/features/words';
import { ChipChoice, Fold, TextArea, type TrellisForm, useFormValue } from '~/ui';
import { CrisisHelp } from './CrisisHelp';
import { type ContactValues, dangersIn } from './values';

/** Crises that were spoken of. Danger to life shows numbers at once and asks what was done (rule 113). */
export function CrisisPart({ form }: { form: TrellisForm<ContactValues> }) {
  const { t } = useLingui();
  const { choices, word } = useWords();
  const crises = useFormValue(form, 'crises');
  const dangers = dangersIn(crises);
  return (
    <Fold
      title={t`A crisis`}
      summary={crises.length ? crises.map((one) => word(crisisType, one)).join(', ') : t`none`}
      open={crises.length > 0}
    >
      <ChipChoice many name="crises" label={t`What kind?`} choices={choices(crisisType)} />
      {dangers.length > 0 ? <CrisisHelp dangers={dangers} /> : null}
      {crises.length > 0 ? (
        <TextArea
          name="crisisAction"
          label={t`What was done about it?`}
          hint={t`For example: called 911 with them on the line; stayed until the police came.`}
          required={dangers.length > 0}
          rows={2}
        />
      ) : null}
    </Fold>
  );
}
