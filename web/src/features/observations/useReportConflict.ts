import { useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { useWords } from '~/features/words';
import type { NoticeMethod, ReportedTo, TipKind } from '~/gql/generated/graphql';
import type { Outcome, TrellisForm } from '~/ui';
import { dayOf, type ReportValues, timeOf } from './reportValues';
import { reportedTo, reportMethod, tipKind } from './words';

/** Two who correct a report at once: codes in words, and an instant in the two fields that hold it. */
export function useReportConflict(form: TrellisForm<ReportValues>) {
  const { t, i18n } = useLingui();
  const { word } = useWords();
  const filedAt = useRef<string>(undefined);
  const label = (path: string) => (path === 'filedAt' ? t`When it was made` : undefined);
  const value = (path: string, told: string) => {
    if (path === 'reportedTo') return word(reportedTo, told as ReportedTo);
    if (path === 'kind') return word(tipKind, told as TipKind);
    if (path === 'method') return word(reportMethod, told as NoticeMethod);
    if (path !== 'filedAt') return told;
    return i18n.date(new Date(told), { dateStyle: 'medium', timeStyle: 'short' });
  };
  return {
    words: { label, value },
    /** Keeps theirs of what the answer shows, for `read`. */
    keep: <Done>(outcome: Outcome<Done>): Outcome<Done> => {
      if (outcome.kind === 'conflict') {
        filedAt.current =
          outcome.fields.find(({ path }) => path === 'filedAt')?.theirs ?? undefined;
      }
      return outcome;
    },
    read: (path: string) => {
      if (path !== 'filedAt' || !filedAt.current) return undefined;
      form.setFieldValue('time', timeOf(filedAt.current));
      return dayOf(filedAt.current);
    },
  };
}
