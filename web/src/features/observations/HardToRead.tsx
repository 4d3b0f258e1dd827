import { useLingui } from '@lingui/react/macro';
import { Check, TextField, type TrellisForm, useFormValue } from '~/ui';

/** What a form has that can say of its story that it is hard to read. */
export type Graphic = {
  graphic: boolean;
  contentNote: string;
};

/** Says that a story is hard to read, and what it is about, so that it stays closed (rule 126). */
export function HardToRead<Values extends Graphic>({ form }: { form: TrellisForm<Values> }) {
  const { t } = useLingui();
  const graphic = useFormValue(form, 'graphic');
  return (
    <>
      <Check
        name="graphic"
        label={t`This is hard to read`}
        hint={t`Then it stays closed until somebody opens it.`}
      />
      {graphic ? (
        <TextField
          name="contentNote"
          label={t`What it is about, in calm words`}
          hint={t`For example: about violence at home`}
          maxLength={200}
        />
      ) : null}
    </>
  );
}
