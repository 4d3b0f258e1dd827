import { useLingui } from '@lingui/react/macro';
import { clockStatus } from '~/features/clocks/words';
import { contactChannel, planState, referralState, staffingType, useWords } from '~/features/words';
import type { Entry, Lane } from './entries';

/** Lanes and entries in words that tell what kind of thing it is, and nothing of anybody. */
export function useEntryWords() {
  const { t, i18n } = useLingui();
  const { word } = useWords();
  const lane: Record<Lane, string> = {
    away: t`Times away`,
    first: t`Immediate plan`,
    plan: t`Plan`,
    contacts: t`Contacts`,
    referrals: t`Referrals`,
    staffings: t`Staffings`,
    clocks: t`What is due`,
  };
  const what = (entry: Entry): string => {
    const of = entry.what;
    switch (of.kind) {
      case 'away':
        return entry.open ? t`Time away, goes on` : t`Time away`;
      case 'first':
        return of.part === 'written'
          ? t`Immediate plan, being written`
          : t`Immediate plan, lived by`;
      case 'version':
        return t`Plan agreed on: version ${of.number}`;
      case 'plan':
        return t`Plan: ${word(planState, of.state)}`;
      case 'review':
        return t`Review of the plan`;
      case 'next-review':
        return t`Next review of the plan`;
      case 'contact':
        return of.reached
          ? t`Contact: ${word(contactChannel, of.channel)}`
          : t`Contact tried: ${word(contactChannel, of.channel)}`;
      case 'referral':
        return t`Referral: ${word(referralState, of.state)}`;
      case 'staffing':
        return entry.open
          ? t`Staffing ahead: ${word(staffingType, of.type)}`
          : t`Staffing: ${word(staffingType, of.type)}`;
      case 'clock':
        return `${of.title}: ${word(clockStatus, of.status)}`;
    }
  };
  const day = (instant: number) => i18n.date(new Date(instant), { dateStyle: 'medium' });
  const when = (entry: Entry): string => {
    if (entry.what.kind === 'clock' && entry.open) {
      return t`${day(entry.from)}, due ${day(entry.what.due)}`;
    }
    if (day(entry.from) === day(entry.to)) return day(entry.from);
    return entry.open ? t`since ${day(entry.from)}` : t`${day(entry.from)} to ${day(entry.to)}`;
  };
  return { lane, what, when, day };
}
