import { useLingui } from '@lingui/react/macro';
import { useWords } from '~/features/words';
import { Select, TextArea, type TrellisForm, useFormValue } from '~/ui';
import { Question } from './Question';
import type { ReleaseValues } from './values';
import { signerPolicy } from './words';

/** Whose names it needs, and on what that rests where the young person signs alone (rule 14). */
export function WhoSigns({ form }: { form: TrellisForm<ReleaseValues> }) {
  const { t } = useLingui();
  const { choices } = useWords();
  const chosen = useFormValue(form, 'signerPolicy');
  return (
    <Question title={t`Who signs?`}>
      <Select
        name="signerPolicy"
        label={t`Whose names does it need?`}
        hint={t`Nobody signs who may have hurt the young person, or the other parent.`}
        choices={choices(signerPolicy)}
        required
      />
      {chosen === 'MINOR_ALONE' ? (
        <TextArea
          name="signerBasis"
          label={t`Why does the law let them sign alone?`}
          hint={t`The law of the state and the service: where they may get it alone, they may sign alone.`}
          rows={2}
          required
        />
      ) : null}
    </Question>
  );
}
