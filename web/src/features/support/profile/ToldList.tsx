import { useLingui } from '@lingui/react/macro';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { Button, IconButton, TextField, useFormValue } from '~/ui';
import { keyed } from '../rows';
import css from '../support.module.css';
import type { ProfileForm } from './useProfileForm';

/** Topics that were told already: named without their story, with whom to ask instead (rule 126). */
export function ToldList({ form }: { form: ProfileForm }) {
  const { t } = useLingui();
  const rows = useFormValue(form, 'doNotAsk');
  return (
    <fieldset className={css.rows}>
      <legend>{t`Told already: do not ask again`}</legend>
      <p className="t-soft">
        {t`Shown to everybody on the case. Name the topic in a few words, without its story.`}
      </p>
      {rows.map((row, n) => (
        <div key={row.key} className={css.row}>
          <div className={css.said}>
            <TextField name={`doNotAsk.${n}.topic`} label={t`Topic`} required />
          </div>
          <div className={css.said}>
            <TextField name={`doNotAsk.${n}.instead`} label={t`Whom to ask or where to read`} />
          </div>
          <IconButton
            label={t`Take out ${row.topic || t`the topic`}`}
            onClick={() => form.removeListItem('doNotAsk', n)}
          >
            <IconTrash size={18} aria-hidden />
          </IconButton>
        </div>
      ))}
      <div>
        <Button
          small
          icon={<IconPlus size={16} aria-hidden />}
          onClick={() => form.insertListItem('doNotAsk', keyed({ topic: '', instead: '' }))}
        >
          {t`Add a topic`}
        </Button>
      </div>
    </fieldset>
  );
}
