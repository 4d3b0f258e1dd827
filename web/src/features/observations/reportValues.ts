import { instantOf } from '~/features/requests/instant';
import type {
  NoticeMethod,
  ReportedTo,
  ReportMadeRecordInput,
  TipKind,
} from '~/gql/generated/graphql';
import type { Report } from './Observations';

/** What the form of a report holds. */
export type ReportValues = {
  reportedTo: ReportedTo;
  kind: TipKind | null;
  method: NoticeMethod;
  agency: string;
  personSpokenTo: string;
  reference: string;
  filedBy: string;
  filedAt: string | null;
  time: string;
  /** Why it is corrected, where it is. */
  reason: string;
};

/** An instant in the reader's own zone, as the fields of a form have it; `instantOf` leads back. */
export const dayOf = (at: string) => new Date(at).toLocaleDateString('en-CA');
export const timeOf = (at: string) =>
  new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });

export function startOfReport(of: Report | undefined, to: ReportedTo | undefined): ReportValues {
  return {
    reportedTo: of?.reportedTo ?? to ?? 'CYBERTIPLINE',
    kind: of?.kind ?? null,
    method: of?.method ?? (to === 'CPS_HOTLINE' ? 'PHONE' : 'ONLINE'),
    agency: of?.agency ?? '',
    personSpokenTo: of?.personSpokenTo ?? '',
    reference: of?.reference ?? '',
    filedBy: of?.filedBy ?? '',
    filedAt: of ? dayOf(of.filedAt) : null,
    time: of ? timeOf(of.filedAt) : '',
    reason: '',
  };
}

type Said = Omit<ReportMadeRecordInput, 'clientMutationKey' | 'case'>;

/** What the server is sent. A time that nobody touched keeps its seconds. */
export function reportIn(values: ReportValues, of?: Report): Said {
  const untouched =
    of && values.filedAt === dayOf(of.filedAt) && values.time === timeOf(of.filedAt);
  return {
    reportedTo: values.reportedTo,
    kind: values.kind,
    method: values.method,
    agency: values.agency.trim() || null,
    personSpokenTo: values.personSpokenTo.trim() || null,
    reference: values.reference.trim() || null,
    filedBy: values.filedBy.trim() || null,
    filedAt: values.filedAt && !untouched ? instantOf(values.filedAt, values.time) : null,
  };
}
