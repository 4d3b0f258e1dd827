import { useLingui } from '@lingui/react/macro';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { Button, type Choice, IconButton, Select, TextArea, useFormValue } from '~/ui';
import { keyed } from '../rows';
import css from '../support.module.css';
import type { ProfileForm } from './useProfileForm';

interface KindedListProps {
  form: ProfileForm;
  name: 'triggers' | 'calming' | 'contact';
  title: string;
  hint: string;
  add: string;
  choices: readonly Choice[];
}

/** A list of things of a kind: as many as there are, each with its own words. */
export function KindedList({ form, name, title, hint, add, choices }: KindedListProps) {
  const { t } = useLingui();
  const rows = useFormValue(form, name);
  return (
    <fieldset className={css.rows}>
      <legend>{title}</legend>
      <p className="t-soft">{hint}</p>
      {rows.map((row, n) => (
        <div key={row.key} className={css.row}>
          <div className={css.kind}>
            <Select name={`${name}.${n}.kind`} label={t`Kind`} choices={choices} required />
          </div>
          <div className={css.said}>
            <TextArea name={`${name}.${n}.text`} label={t`In words`} rows={1} required />
          </div>
          <IconButton
            label={t`Take out ${row.text || title}`}
            onClick={() => form.removeListItem(name, n)}
          >
            <IconTrash size={18} aria-hidden />
          </IconButton>
        </div>
      ))}
      <div>
        <Button
          small
          icon={<IconPlus size={16} aria-hidden />}
          onClick={() => form.insertListItem(name, keyed({ kind: null, text: '' }))}
        >
          {add}
        </Button>
      </div>
    </fieldset>
  );
}
