import { useLingui } from '@lingui/react/macro';
import { TextArea } from '~/ui';

/** What the new colleague is to know, as the field `note` of the form around it. */
export function HandOverNote() {
  const { t } = useLingui();
  return (
    <TextArea
      name="note"
      label={t`What to hand over`}
      hint={t`They read it on the case and on Today until they say that they have; the mail itself says nothing.`}
    />
  );
}
