import { msg } from '@lingui/core/macro';
import type { Words } from '~/features/words';
import type {
  AwayExperience,
  Endangerment,
  LeavingFactor,
  MissingType,
  RecoveryLocation,
  ReportItem,
  ReportPhoto,
  ReturnKind,
  ReturnScreening,
  Whereabouts,
  YouthAnswer,
} from '~/gql/generated/enums';
import type { PillTone } from '~/ui';

/** Where somebody is (vocabulary 12.2, rule 58). */
export const whereabouts: Words<Whereabouts> = {
  MISSING: msg`Missing: nobody knows where`,
  AWAY_KNOWN_LOCATION: msg`Away, and it is known where`,
  LOCATED_NOT_RETURNED: msg`Located, not back yet`,
  RECOVERED: msg`Located and back`,
  RETURNED_ON_OWN: msg`Came back by themselves`,
};
export const whereaboutsTones: Readonly<Record<Whereabouts, PillTone>> = {
  MISSING: 'care',
  AWAY_KNOWN_LOCATION: 'waiting',
  LOCATED_NOT_RETURNED: 'waiting',
  RECOVERED: 'done',
  RETURNED_ON_OWN: 'done',
};

/** Why somebody is missing, by the categories of the national center, in words of the field. */
export const missingType: Words<MissingType> = {
  ENDANGERED_RUNAWAY: msg`Left a home or placement`,
  FAMILY_ABDUCTION: msg`Taken by family`,
  NONFAMILY_ABDUCTION: msg`Taken by somebody outside the family`,
  LOST_INJURED_OTHERWISE_MISSING: msg`Lost, injured or otherwise missing`,
  CRITICALLY_MISSING_YOUNG_ADULT: msg`Missing young adult, 18 to 20`,
};

/** What a report holds (rule 52). */
export const reportItem: Words<ReportItem> = {
  PHOTO: msg`Photo`,
  DESCRIPTION: msg`What they look like`,
  ENDANGERMENT: msg`What makes it more dangerous`,
  LAST_SEEN: msg`When and where last seen`,
  CLOTHING: msg`Clothing`,
  ACCOMPANIED_BY: msg`Who was with them`,
  GUARDIAN_CONTACT: msg`How the guardian is reached`,
  AGENCY_CONTACT: msg`How the agency is reached`,
};
export const reportPhoto: Words<ReportPhoto> = {
  PROVIDED: msg`A photo was given`,
  NOT_PROVIDED: msg`There is no photo to give`,
};
export const endangerment: Words<Endangerment> = {
  AGE_UNDER_13: msg`Under 13 years old`,
  PREGNANCY: msg`Pregnancy`,
  PRESCRIBED_MEDICATION: msg`Needs prescribed medication`,
  MEDICAL_CONDITION: msg`Medical condition`,
  DISABILITY: msg`Disability`,
  SUICIDAL_THOUGHTS: msg`Thoughts of suicide`,
  SELF_HARM: msg`Self-harm`,
  SUBSTANCE_USE: msg`Substance use`,
  TRAFFICKING_VULNERABILITY: msg`Could be exploited by traffickers`,
  THREATS: msg`Threats`,
  WEATHER_EXPOSURE: msg`The weather`,
  OTHER: msg`Something else`,
};

/** How and where somebody came back. */
export const returnKind: Words<ReturnKind> = {
  RECOVERED: msg`Located and back`,
  RETURNED_ON_OWN: msg`Came back by themselves`,
};
export const recoveryLocation: Words<RecoveryLocation> = {
  HOME: msg`Home`,
  PLACEMENT: msg`Placement`,
  RELATIVE: msg`With a relative`,
  FRIEND: msg`With a friend`,
  RESIDENCE_OTHER: msg`Another residence`,
  HOTEL_MOTEL: msg`Hotel or motel`,
  STREET: msg`On the street`,
  TRANSIT_HUB: msg`Bus or train station, airport`,
  HOSPITAL: msg`Hospital`,
  SCHOOL: msg`School`,
  DETENTION: msg`Detention`,
  ONLINE_ARRANGED_MEET: msg`Where a meeting was arranged online`,
  OTHER: msg`Somewhere else`,
};

/** What became of a question. To decline is a good answer (rule 55). */
export const youthAnswer: Words<YouthAnswer> = {
  ANSWERED: msg`They told us`,
  DECLINED_BY_YOUTH: msg`They declined, a good answer`,
  NOT_SAFE_TO_ASK_YET: msg`Not safe to ask yet`,
};
export const leavingFactor: Words<LeavingFactor> = {
  FELT_UNSAFE_HERE: msg`Felt unsafe here`,
  CONFLICT_WITH_ADULT: msg`Conflict with an adult`,
  CONFLICT_WITH_PEER: msg`Conflict with somebody their age`,
  WANTED_FAMILY: msg`Wanted to be with family`,
  WANTED_FRIEND_PARTNER: msg`Wanted to be with a friend or partner`,
  CONTACTED_BY_TRAFFICKER: msg`A trafficker made contact`,
  RESTRICTION_OR_PUNISHMENT: msg`Restriction or punishment`,
  PLACEMENT_CHANGE: msg`A change of placement`,
  SCHOOL_PROBLEM: msg`A problem at school`,
  SUBSTANCE_NEED: msg`Need for a substance`,
  IDENTITY_NOT_ACCEPTED: msg`Was not accepted as who they are`,
  COURT_OR_POLICE_FEAR: msg`Fear of court or police`,
  BOREDOM_OR_FREEDOM: msg`Boredom, or wish for freedom`,
  BASIC_NEED_UNMET: msg`A basic need was not met`,
  OTHER: msg`Something else`,
  CHOSE_NOT_TO_SAY: msg`Chose not to say`,
};
export const awayExperience: Words<AwayExperience> = {
  HAD_SAFE_PLACE: msg`Had a safe place`,
  MET_HELPFUL_PEOPLE: msg`Met helpful people`,
  TRAVELLED_OTHER_CITY_STATE: msg`Travelled to another city or state`,
  SLEPT_OUTSIDE: msg`Slept outside`,
  HUNGER: msg`Hunger`,
  MEDICAL_NEED: msg`Needed medical care`,
  SUBSTANCE_USE: msg`Substance use`,
  THREATENED: msg`Was threatened`,
  PHYSICAL_HARM: msg`Was hurt physically`,
  SEXUAL_HARM: msg`Was hurt sexually`,
  EXCHANGED_FOR_NEEDS: msg`Was exploited for what they needed`,
  OTHER: msg`Something else`,
  CHOSE_NOT_TO_SAY: msg`Chose not to say`,
};
export const returnScreening: Words<ReturnScreening> = {
  DONE: msg`Screening was done`,
  NOT_DONE: msg`Not done`,
  DECLINED_BY_YOUTH: msg`They declined, a good answer`,
  NOT_SAFE_TO_ASK_YET: msg`Not safe to ask yet`,
};
