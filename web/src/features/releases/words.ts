import { msg } from '@lingui/core/macro';
import type { Words } from '~/features/words';
import type {
  DisclosureBasis,
  DisclosureField,
  DisclosureMethod,
  DisclosurePurpose,
  DisclosureRefusal,
  InformationCategory,
  LinkState,
  ReleasePrompt,
  ReleaseStatus,
  ReportKind,
  ServiceAnswer,
  SignerCapacity,
  SignerPolicy,
  ToldPerson,
  WithdrawalHow,
} from '~/gql/generated/enums';
import type { PillTone } from '~/ui';

export const informationCategory: Words<InformationCategory> = {
  IDENTITY: msg`Who they are`,
  CONTACT: msg`How to reach them`,
  LOCATION_PLACEMENT: msg`Where they live or stay`,
  FAMILY: msg`Family`,
  EDUCATION: msg`School`,
  MEDICAL: msg`Medical care`,
  MENTAL_HEALTH: msg`Mental health`,
  SUBSTANCE_USE_PART2: msg`Treatment for substance use`,
  REPRODUCTIVE_HEALTH: msg`Reproductive health`,
  LEGAL: msg`Custody and court`,
  IMMIGRATION: msg`Immigration`,
  TRAFFICKING_EXPERIENCE: msg`What happened to them`,
  OFFENDER_INFORMATION: msg`Who may have done it`,
  PLAN_GOALS: msg`Goals of the plan`,
  SERVICE_PARTICIPATION: msg`Which services they use`,
  PHOTO_DESCRIPTION: msg`What they look like`,
};

export const purposeWords: Words<DisclosurePurpose> = {
  REFERRAL: msg`To refer them to this service`,
  CARE_COORDINATION: msg`To work together on their care`,
  PLACEMENT: msg`To find or keep a place to live`,
  MEDICAL_CARE: msg`For medical care`,
  SCHOOL: msg`For school`,
  BENEFITS: msg`For benefits`,
  COMPENSATION_CLAIM: msg`To claim compensation`,
  COURT: msg`For court`,
  LAW_ENFORCEMENT_COOPERATION: msg`To work with law enforcement`,
  MISSING_CHILD_LOCATION: msg`To find them while they are missing`,
  RESEARCH_APPROVED: msg`For approved research`,
  OTHER_SPECIFIED: msg`For something else`,
};

export const methodWords: Words<DisclosureMethod> = {
  VERBAL: msg`Spoken`,
  PAPER: msg`On paper`,
  ENCRYPTED_EMAIL: msg`By encrypted e-mail`,
  SECURE_PORTAL: msg`Through a secure portal`,
  FAX: msg`By fax`,
  FHIR_BUNDLE: msg`From system to system`,
};

export const signerPolicy: Words<SignerPolicy> = {
  MINOR_AND_PARENT: msg`The young person, and one parent or guardian`,
  MINOR_ALONE: msg`The young person alone`,
  AGENCY_AND_MINOR: msg`The young person, and the agency that has custody`,
  GUARDIAN_COURT_APPOINTED: msg`A guardian whom a court appointed`,
  ADULT_SELF: msg`They themselves: they are of age`,
};

export const signerCapacity: Words<SignerCapacity> = {
  MINOR: msg`The young person`,
  ADULT: msg`They themselves, of age`,
  PARENT_GUARDIAN: msg`A parent or guardian`,
  COURT_APPOINTED_GUARDIAN: msg`Guardian by a court's order`,
  CUSTODIAL_AGENCY: msg`For the agency that has custody`,
};

export const releaseStatus: Words<ReleaseStatus> = {
  AWAITS_SIGNERS: msg`Needs a name`,
  NOT_YET_EFFECTIVE: msg`Begins later`,
  IN_FORCE: msg`In force`,
  SIGNER_DISQUALIFIED: msg`Does not count: one who signed may not sign`,
  CAME_OF_AGE: msg`Does not count any more: they are of age`,
  EXPIRED: msg`Ended`,
  WITHDRAWN: msg`Withdrawn`,
};

/** Shape and colour beside the word; the word says it. */
export const releaseTone: Readonly<Record<ReleaseStatus, PillTone>> = {
  AWAITS_SIGNERS: 'waiting',
  NOT_YET_EFFECTIVE: 'calm',
  IN_FORCE: 'active',
  SIGNER_DISQUALIFIED: 'care',
  CAME_OF_AGE: 'care',
  EXPIRED: 'done',
  WITHDRAWN: 'done',
};

/** What to do now, where it asks for something. */
export const releasePrompt: Words<ReleasePrompt> = {
  SIGNER_MISSING: msg`It opens nothing until everybody has signed.`,
  EXPIRES_SOON: msg`It runs out soon. If they still want it, write a new one together.`,
  SIGNER_DISQUALIFIED: msg`Talk with the young person about a new one, with somebody else's name.`,
  CONSENT_ANEW: msg`They come of age and then sign for themselves. Talk about a new one.`,
};

export const withdrawalHow: Words<WithdrawalHow> = {
  ORAL: msg`They said so`,
  WRITTEN: msg`They wrote it`,
};

/** Why nothing was shared (vocabulary 12.8). */
export const refusalWords: Words<DisclosureRefusal> = {
  NO_RELEASE: msg`There is no release for the young person.`,
  RECIPIENT_MISMATCH: msg`Their release is for another organization.`,
  CATEGORY_NOT_COVERED: msg`The release does not name all of this.`,
  PURPOSE_MISMATCH: msg`The release is for another purpose.`,
  METHOD_NOT_ALLOWED: msg`The release does not allow it to be shared this way.`,
  NOT_YET_EFFECTIVE: msg`The release begins later.`,
  EXPIRED: msg`The release has ended.`,
  WITHDRAWN: msg`The release was withdrawn.`,
  SIGNER_MISSING: msg`Somebody who has to sign has not.`,
  SIGNER_DISQUALIFIED: msg`One who signed may not sign for the young person.`,
  BASIS_INCOMPLETE: msg`What it rests on is not complete.`,
  NOTICE_MISSING: msg`A notice that has to go with it is missing.`,
};

/** What can be done about it. */
export const refusalNext: Words<DisclosureRefusal> = {
  NO_RELEASE: msg`Write one together, if they want it.`,
  RECIPIENT_MISMATCH: msg`Each organization needs its own. Write one together, if they want it.`,
  CATEGORY_NOT_COVERED: msg`Share less, or write another release together.`,
  PURPOSE_MISMATCH: msg`Ask them, and write another release for this purpose, if they want it.`,
  METHOD_NOT_ALLOWED: msg`Choose another way, or ask them and write another release.`,
  NOT_YET_EFFECTIVE: msg`Wait until that day.`,
  EXPIRED: msg`Ask them again, and write another one if they still want it.`,
  WITHDRAWN: msg`They took it back, and that holds. Share nothing.`,
  SIGNER_MISSING: msg`Have it signed, and write down who signed.`,
  SIGNER_DISQUALIFIED: msg`Talk with the young person about a new one, with somebody else's name.`,
  BASIS_INCOMPLETE: msg`Fill in what is missing.`,
  NOTICE_MISSING: msg`Explain it, and write another release that says so.`,
};

export const sharedField: Words<DisclosureField> = {
  NAME: msg`Name in daily use`,
  LEGAL_NAME: msg`Legal name`,
  BIRTH_DATE: msg`Birth date`,
  PRONOUNS: msg`Pronouns`,
  TRIBE: msg`Nation or tribe`,
  LANGUAGE: msg`Language`,
  PHONE: msg`Phone`,
  ADDRESS: msg`Address`,
  LEGAL_CUSTODY: msg`Who has custody`,
  JURISDICTION: msg`State that is responsible`,
  FAMILY_MEMBER: msg`Of the family`,
  GOAL: msg`Goal`,
  SERVICE: msg`Service`,
  DESCRIPTION: msg`What they look like`,
  WORDS: msg`In the worker's words`,
};

export const basisWords: Words<DisclosureBasis> = {
  CONSENT: msg`By a release`,
  COURT_ORDER: msg`By a court's order`,
  STATUTE_MANDATED_REPORT: msg`A report that the law demands`,
};

/** How a link to a service stands. */
export const linkState: Words<LinkState> = {
  WAITING: msg`Waits to be used`,
  ANSWERED: msg`Used`,
  EXPIRED: msg`Its time went by`,
  REVOKED: msg`Taken back`,
};

/** Shape and colour beside the word; the word says it. */
export const linkTone: Readonly<Record<LinkState, PillTone>> = {
  WAITING: 'waiting',
  ANSWERED: 'active',
  EXPIRED: 'care',
  REVOKED: 'done',
};

/** What a service said by its link. */
export const serviceAnswer: Words<ServiceAnswer> = {
  ACCEPTED: msg`They accepted`,
  DECLINED: msg`They declined`,
  CALL_US: msg`They ask to be called`,
  OUTCOME: msg`They told what came of it`,
  CAPACITY: msg`They told whether there is room`,
};

/** The type of a report that a statute demands (rule 23). */
export const reportKind: Words<ReportKind> = {
  MISSING_CHILD: msg`A missing child`,
  ABUSE: msg`Abuse`,
  TRAFFICKING_IDENTIFIED: msg`Trafficking was identified`,
};

/** Whether the young person heard that something has to be shared (rule 22). */
export const toldPerson: Words<ToldPerson> = {
  TOLD: msg`They were told`,
  TRIED: msg`We tried, and did not reach them`,
  UNSAFE: msg`It would not have been safe`,
};
