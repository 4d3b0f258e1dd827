import { dayAfter } from '~/days';
import { instantOf } from '~/features/requests/instant';
import type {
  DisclosureMethod,
  DisclosurePurpose,
  InformationCategory,
  ReleaseDraftInput,
  SignerPolicy,
} from '~/gql/generated/graphql';

/** The day it is here. */
export const today = (): string => new Date().toLocaleDateString('en-CA');

/** The last whole day before an instant that begins a day here; undefined of any other. */
export function lastDay(until: string): string | undefined {
  const end = new Date(until);
  if (end.getHours() || end.getMinutes() || end.getSeconds()) return undefined;
  return dayAfter(end.toLocaleDateString('en-CA'), -1);
}

/** What the form holds; its fields have the names of the server's. */
export type ReleaseValues = {
  person: string | null;
  recipient: string | null;
  /** What is shown of the recipient: a draft comes back with its name. */
  recipientName: string;
  categories: InformationCategory[];
  purpose: DisclosurePurpose | null;
  purposeWords: string;
  methods: DisclosureMethod[];
  startsAt: string | null;
  expiresAt: string | null;
  longerReason: string;
  explainedHow: string;
  explainedLanguage: string;
  explainedBy: string | null;
  consequencesExplained: boolean;
  servicesDoNotDepend: boolean;
  redisclosureNotice: boolean;
  signerPolicy: SignerPolicy | null;
  signerBasis: string;
};

/** Nothing is chosen for somebody but the days. */
export const emptyRelease = (usualDays: number): ReleaseValues => ({
  person: null,
  recipient: null,
  recipientName: '',
  categories: [],
  purpose: null,
  purposeWords: '',
  methods: [],
  startsAt: today(),
  expiresAt: dayAfter(today(), usualDays - 1),
  longerReason: '',
  explainedHow: '',
  explainedLanguage: '',
  explainedBy: null,
  consequencesExplained: false,
  servicesDoNotDepend: false,
  redisclosureNotice: false,
  signerPolicy: null,
  signerBasis: '',
});

/** Whether it lasts so long that a supervisor has to say why. The last day counts in full. */
export const isLong = (
  from: string | null,
  until: string | null,
  daysWithoutReason: number,
): boolean => until !== null && until >= dayAfter(from ?? today(), daysWithoutReason);

/**
 * What the server is sent. It begins now unless a later day was chosen, and ends with the last
 * day; where none was chosen, the server has its usual length.
 */
export function draftOf(
  values: ReleaseValues,
  daysWithoutReason: number,
  now = today(),
): Omit<ReleaseDraftInput, 'clientMutationKey' | 'case' | 'person'> {
  const from = values.startsAt && values.startsAt > now ? values.startsAt : now;
  const until = values.expiresAt;
  const other = values.purpose === 'OTHER_SPECIFIED';
  return {
    recipient: values.recipient ?? '',
    categories: values.categories,
    purpose: values.purpose ?? 'OTHER_SPECIFIED',
    purposeWords: other ? values.purposeWords.trim() || null : null,
    methods: values.methods,
    ...(from > now ? { startsAt: instantOf(from, '00:00') } : {}),
    ...(until ? { expiresAt: instantOf(dayAfter(until, 1), '00:00') } : {}),
    longerReason: isLong(from, until, daysWithoutReason)
      ? values.longerReason.trim() || null
      : null,
    explainedHow: values.explainedHow,
    explainedLanguage: values.explainedLanguage,
    explainedBy: values.explainedBy,
    consequencesExplained: values.consequencesExplained,
    servicesDoNotDepend: values.servicesDoNotDepend,
    redisclosureNotice: values.redisclosureNotice,
    signerPolicy: values.signerPolicy ?? 'MINOR_AND_PARENT',
    signerBasis: values.signerPolicy === 'MINOR_ALONE' ? values.signerBasis.trim() || null : null,
  };
}
