import { instantOf } from '~/features/requests/instant';
import type {
  ContactChannel,
  ContactLogInput,
  ContactOutcome,
  ContactType,
  CrisisType,
  Direction,
  FamilyNeed,
} from '~/gql/generated/graphql';

/** Rule 113: emergency numbers at once, and what was done must be written down. */
const dangerToLife: readonly CrisisType[] = [
  'TRAFFICKER_AT_LOCATION',
  'THREAT_TO_FAMILY',
  'SUICIDAL_STATEMENT_CHILD',
  'SUICIDAL_STATEMENT_CAREGIVER',
  'SELF_HARM',
  'OVERDOSE',
  'VIOLENCE_AT_HOME',
];

/** What the form holds. Everything but the case has a default that mostly fits. */
export const emptyContact = {
  case: null as string | null,
  channel: 'PHONE' as ContactChannel,
  outcome: 'REACHED' as ContactOutcome,
  note: '',
  graphic: false,
  contentNote: '',
  person: null as string | null,
  direction: 'OUT' as Direction,
  /** Null: follows from the outcome and the crises. */
  type: null as ContactType | null,
  /** Null: now. */
  occurredAt: null as string | null,
  time: '',
  minutes: '',
  needs: [] as FamilyNeed[],
  crises: [] as CrisisType[],
  crisisAction: '',
  agreed: '',
  nextContactOn: null as string | null,
};
export type ContactValues = typeof emptyContact;

const missed: readonly ContactOutcome[] = ['NO_ANSWER', 'WRONG_NUMBER', 'UNSAFE_TO_TALK'];

/** The kind of contact that the rest speaks for, unless somebody chose another. */
export function typeOf(values: Pick<ContactValues, 'type' | 'outcome' | 'crises'>): ContactType {
  if (values.type) return values.type;
  if (missed.includes(values.outcome)) return 'MISSED_ATTEMPT';
  return values.crises.length > 0 ? 'CRISIS_INTERVENTION' : 'CHECK_IN';
}

/** Rule 113: which of the crises mean danger to life. */
export const dangersIn = (crises: readonly CrisisType[]): CrisisType[] =>
  crises.filter((crisis) => dangerToLife.includes(crisis));

/** Whole minutes, or null when the field is empty. NaN when it is no number. */
export const minutesOf = (text: string): number | null =>
  text.trim() === '' ? null : /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN;

/** What the server is sent. The form has made sure that a case is chosen. */
export function inputOf(values: ContactValues): Omit<ContactLogInput, 'clientMutationKey'> {
  return {
    case: values.case ?? '',
    person: values.person,
    occurredAt: values.occurredAt ? instantOf(values.occurredAt, values.time) : null,
    channel: values.channel,
    direction: values.direction,
    outcome: values.outcome,
    type: typeOf(values),
    minutes: minutesOf(values.minutes),
    needs: values.needs,
    crises: values.crises,
    crisisAction: values.crisisAction.trim() || null,
    note: values.note.trim() || null,
    graphic: values.graphic,
    contentNote: values.graphic ? values.contentNote.trim() || null : null,
    agreed: values.agreed.trim() || null,
    nextContactOn: values.nextContactOn,
  };
}
