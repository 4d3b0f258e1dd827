import { useLingui } from '@lingui/react/macro';
import { Check, TextArea, type TrellisForm, useFormValue } from '~/ui';

/** That somebody may not be contacted at all, and why; the reason is shown where contacts are logged. */
export function NoContact<V extends { noContact: boolean; noContactReason: string }>({
  form,
}: {
  form: TrellisForm<V>;
}) {
  const { t } = useLingui();
  const none = useFormValue(form as unknown as TrellisForm<{ noContact: boolean }>, 'noContact');
  return (
    <>
      <Check
        name="noContact"
        label={t`They may not be contacted at all`}
        hint={t`An order, a danger, their own wish.`}
      />
      {none ? (
        <TextArea
          name="noContactReason"
          label={t`Why may they not be contacted?`}
          rows={2}
          required
        />
      ) : null}
    </>
  );
}
