import { useLingui } from '@lingui/react/macro';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { Button, Check, IconButton, TextField, type TrellisForm, useFormValue } from '~/ui';
import { keyed } from '../rows';
import css from '../support.module.css';
import type { SafetyValues } from './values';

/** Safe people: at least one whom the young person chose themselves (rule 68). */
export function SafePeople({ form }: { form: TrellisForm<SafetyValues> }) {
  const { t } = useLingui();
  const rows = useFormValue(form, 'safePeople');
  return (
    <fieldset className={css.rows}>
      <legend>{t`People I can turn to`}</legend>
      <p className="t-soft">
        {t`Whom they name themselves comes first; nobody is put there over their head.`}
      </p>
      {rows.map((row, n) => (
        <div key={row.key} className={css.row}>
          <div className={css.said}>
            <TextField name={`safePeople.${n}.name`} label={t`Who, as they call them`} required />
          </div>
          <div className={css.said}>
            <TextField name={`safePeople.${n}.reach`} label={t`How to reach them`} />
          </div>
          <IconButton
            label={t`Take out ${row.name || t`this person`}`}
            onClick={() => form.removeListItem('safePeople', n)}
          >
            <IconTrash size={18} aria-hidden />
          </IconButton>
          <div className={css.whole}>
            <Check name={`safePeople.${n}.chosenByYouth`} label={t`The young person chose them`} />
          </div>
        </div>
      ))}
      <div>
        <Button
          small
          icon={<IconPlus size={16} aria-hidden />}
          onClick={() =>
            form.insertListItem('safePeople', keyed({ name: '', reach: '', chosenByYouth: true }))
          }
        >
          {t`Add a person`}
        </Button>
      </div>
    </fieldset>
  );
}
