import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { ClockUnit } from '~/gql/generated/enums';

/** How long a clock runs, in words: at once, hours, days, business days. */
export function useAmount() {
  const { t } = useLingui();
  return (amount: number, unit: ClockUnit): string => {
    if (amount === 0) return t`at once`;
    switch (unit) {
      case 'ELAPSED_HOURS':
        return t`${plural(amount, { one: '# hour', other: '# hours' })}`;
      case 'CALENDAR_DAYS':
        return t`${plural(amount, { one: '# day', other: '# days' })}`;
      case 'BUSINESS_DAYS':
        return t`${plural(amount, { one: '# business day', other: '# business days' })}`;
    }
  };
}
