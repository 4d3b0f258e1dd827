import { useLingui } from '@lingui/react/macro';
import { DateInput } from '@mantine/dates';
import { dayOf } from '../text/dayOf';
import { type FieldProps, useField } from './context';
import { parseDay } from './dateWords';
import css from './form.module.css';

interface DateFieldProps extends FieldProps {
  /** YYYY-MM-DD */
  value?: string | null;
  onChange?: (value: string | null) => void;
  /** YYYY-MM-DD, the first and last day that may be chosen. */
  min?: string;
  max?: string;
}

/** A day: typed ("tomorrow", "mon", "+14", "11/18"), or picked from the calendar. */
export function DateField(props: DateFieldProps) {
  const { t, i18n } = useLingui();
  const { label, hint, min, max, required, disabled } = props;
  const field = useField<string | null>(props, (day) =>
    i18n.date(dayOf(day), { dateStyle: 'medium' }),
  );
  return (
    <DateInput
      key={field.key}
      {...field.input}
      label={label}
      required={required ?? false}
      disabled={disabled ?? false}
      onChange={field.onChange}
      {...(min ? { minDate: min } : {})}
      {...(max ? { maxDate: max } : {})}
      description={hint ?? t`For example: tomorrow, Friday, +14 or 11/18`}
      dateParser={(text) => parseDay(text)}
      valueFormat="ddd, MMM D, YYYY"
      clearable
      fixOnBlur
      autoComplete="off"
      popoverProps={{ withinPortal: false, shadow: 'md' }}
      classNames={{ day: css.day ?? '' }}
      clearButtonProps={{ 'aria-label': t`Clear`, className: css.clear ?? '' }}
      ariaLabels={{
        previousMonth: t`Previous month`,
        nextMonth: t`Next month`,
        monthLevelControl: t`Choose the month`,
        yearLevelControl: t`Choose the year`,
        previousYear: t`Previous year`,
        nextYear: t`Next year`,
        previousDecade: t`Previous decade`,
        nextDecade: t`Next decade`,
      }}
    />
  );
}
