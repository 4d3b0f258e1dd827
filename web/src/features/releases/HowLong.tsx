import { useLingui } from '@lingui/react/macro';
import { Columns, DateField, TextArea, type TrellisForm, useFormValue } from '~/ui';
import { Question } from './Question';
import type { ReleaseLimits } from './query';
import { isLong, type ReleaseValues, today } from './values';

interface HowLongProps {
  form: TrellisForm<ReleaseValues>;
  limits: ReleaseLimits;
}

/** From when until when: the usual days, unless something else is chosen (rule 13). */
export function HowLong({ form, limits }: HowLongProps) {
  const { t } = useLingui();
  const from = useFormValue(form, 'startsAt');
  const until = useFormValue(form, 'expiresAt');
  return (
    <Question title={t`How long?`}>
      <Columns>
        <DateField
          name="startsAt"
          label={t`From`}
          hint={t`Today means from now on.`}
          min={today()}
        />
        <DateField
          name="expiresAt"
          label={t`Until, that day included`}
          hint={t`${limits.usualDays} days when nothing else is chosen. Shorter is better.`}
          min={today()}
        />
      </Columns>
      {isLong(from, until, limits.daysWithoutReason) || form.errors.longerReason ? (
        <TextArea
          name="longerReason"
          label={t`Why longer than ${limits.daysWithoutReason} days?`}
          hint={t`Only a supervisor can write this down. Never longer than ${limits.mostDays} days.`}
          rows={2}
          required
        />
      ) : null}
    </Question>
  );
}
