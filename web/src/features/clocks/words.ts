import { msg } from '@lingui/core/macro';
import type { Words } from '~/features/words';
import type {
  ClockApplies,
  ClockEvent,
  ClockStatus,
  ClockTrigger,
  NoticeMethod,
  NotifiedParty,
} from '~/gql/generated/enums';
import type { PillTone } from '~/ui';

/** How a clock stands (rule 61). */
export const clockStatus: Words<ClockStatus> = {
  OVERDUE: msg`Overdue`,
  DUE_SOON: msg`Due soon`,
  NOT_DUE: msg`Not due yet`,
  MET: msg`Done in time`,
  MET_LATE: msg`Done late`,
  WAIVED: msg`Waived`,
  NOT_APPLICABLE: msg`Does not apply`,
};

/** Shape and colour beside the word; the word says it. */
export const clockTones: Readonly<Record<ClockStatus, PillTone>> = {
  OVERDUE: 'care',
  DUE_SOON: 'waiting',
  NOT_DUE: 'calm',
  MET: 'done',
  MET_LATE: 'done',
  WAIVED: 'calm',
  NOT_APPLICABLE: 'calm',
};

/** From these a clock does not run any more. */
export const ended: readonly ClockStatus[] = ['MET', 'MET_LATE', 'WAIVED', 'NOT_APPLICABLE'];

/** What has happened from which clocks run. */
export const clockEvent: Words<ClockEvent> = {
  REASONABLE_CAUSE: msg`Reasonable cause to report to the state's line for children`,
  IDENTIFIED_AS_TRAFFICKED: msg`First identified as trafficked`,
  FOREIGN_NATIONAL_CONCERN: msg`A minor from another country, with a concern of trafficking`,
  RETURN_CONSENT_RECEIVED: msg`The signed consent to return to another state came`,
};

/** Who is told (vocabulary 12.2). */
export const notifiedParty: Words<NotifiedParty> = {
  LAW_ENFORCEMENT: msg`Police`,
  NCMEC: msg`National center (NCMEC)`,
  NCIC_ENTRY_CONFIRMED: msg`Police: entry in NCIC confirmed`,
  COURT: msg`Court`,
  GUARDIAN_PARENT: msg`Parent or guardian`,
  GAL_ATTORNEY: msg`Guardian ad litem or attorney`,
  SUPERVISOR: msg`Supervisor`,
  TRIBE: msg`Tribe`,
  STATE_CLEARINGHOUSE: msg`State's office for missing children`,
  ICJ_OFFICE: msg`Interstate compact office`,
  HHS_OTIP: msg`Office on Trafficking in Persons (HHS)`,
  CPS_HOTLINE: msg`State's line for children`,
  FBI: msg`FBI`,
  US_MARSHALS: msg`U.S. Marshals`,
};

export const noticeMethod: Words<NoticeMethod> = {
  PHONE: msg`By phone`,
  ONLINE: msg`Online`,
  EMAIL: msg`By e-mail`,
  FAX: msg`By fax`,
  IN_PERSON: msg`In person`,
  LETTER: msg`By letter`,
};

/** What starts clocks (vocabulary 12.7). */
export const clockTrigger: Words<ClockTrigger> = {
  MISSING_INFO_RECEIVED: msg`We hear that a young person is missing`,
  POLICE_REPORT_FILED: msg`The police are told for the first time`,
  NCIC_ENTERED: msg`The entry in NCIC is confirmed`,
  RECOVERY: msg`The young person is back`,
  IDENTIFIED_AS_TRAFFICKED: msg`The young person is first identified as trafficked`,
  FOREIGN_NATIONAL_CONCERN: msg`There is a concern for a minor from another country`,
  REASONABLE_CAUSE: msg`There is reasonable cause to report to the state's line for children`,
  RETURN_CONSENT_RECEIVED: msg`The signed consent to return to another state comes`,
  REQUEST_RECEIVED: msg`Somebody asks for help`,
  REQUEST_FOR_FOUND_CHILD: msg`Somebody asks for help for a child who was just found`,
};

/** To whom a definition applies, and whether it asks or recommends. */
export const clockApplies: Words<ClockApplies> = {
  ALL: msg`everybody`,
  STATE_CARE: msg`young people in the care of the state`,
  STATE_CARE_OR_RECOMMENDED: msg`a duty in the care of the state, recommended elsewhere`,
  OFFICIAL_OR_RECOMMENDED: msg`a duty of officials, recommended to others`,
  INTERSTATE: msg`a return from one state to another`,
  NCMEC_TOLD_FIRST: msg`where the national center was told before the police`,
  RECOMMENDED: msg`recommended only`,
};
