import { useLingui } from '@lingui/react/macro';
import { capability, serviceCategory, useWords } from '~/features/words';
import { ChipChoice, DateField, Fold, Select } from '~/ui';
import css from './needs.module.css';
import { ageBand, neededLanguage } from './words';

/** A need in vocabulary: all that a service is told of it before it accepts (rule 87). */
export function NeedFields() {
  const { t } = useLingui();
  const { choices } = useWords();
  const asked = choices(capability).filter(({ value }) => value !== 'CONFIDENTIAL_LOCATION');
  return (
    <fieldset className={css.told}>
      <legend>{t`What the services are told`}</legend>
      <p className="t-soft">{t`Only this, from lists: nobody can be known by it.`}</p>
      <Select
        name="kind"
        label={t`What kind of help is asked for?`}
        hint={t`Leave it open, and they are told nothing of the need.`}
        choices={choices(serviceCategory)}
        clearable
      />
      <ChipChoice name="age" label={t`For what age?`} choices={choices(ageBand)} />
      <Fold title={t`Whom it must take, languages, and by when`}>
        <div className={css.more}>
          <ChipChoice
            many
            name="accepts"
            label={t`What must the service be able to do?`}
            choices={asked}
          />
          <ChipChoice
            many
            name="languages"
            label={t`Which languages must it speak?`}
            choices={choices(neededLanguage)}
          />
          <DateField name="neededBy" label={t`Needed by`} />
        </div>
      </Fold>
    </fieldset>
  );
}
