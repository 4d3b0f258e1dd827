import { msg } from '@lingui/core/macro';
import type { Words } from '~/features/words';
import type {
  FollowUp,
  NoticeMethod,
  ObservationCode,
  ObservationKind,
  ReportedTo,
  SourceKind,
  TipKind,
  TraffickingCategory,
  TraffickingType,
} from '~/gql/generated/enums';

export const observationKind: Words<ObservationKind> = {
  INDICATOR: msg`Indicator`,
  RISK_FACTOR: msg`Risk factor`,
  PROTECTIVE_FACTOR: msg`Protective factor`,
};

export const sourceKind: Words<SourceKind> = {
  SEEN_BY_STAFF: msg`Seen by one of us`,
  TOLD_BY_YOUTH: msg`Told by the young person`,
  TOLD_BY_FAMILY: msg`Told by the family`,
  TOLD_BY_PEER: msg`Told by a friend or peer`,
  TOLD_BY_PROFESSIONAL: msg`Told by a professional`,
  RECORD: msg`In a record`,
  PUBLIC_SOURCE: msg`Open source`,
  OTHER: msg`Other`,
};

export const followUp: Words<FollowUp> = {
  ASK_MORE: msg`Ask more questions`,
  CYBERTIPLINE_REPORT: msg`Report to the CyberTipline`,
  CONNECT_RESOURCE: msg`Connect to a resource`,
  MANDATED_REPORT: msg`Make a mandated report`,
  RECORDED_REVIEWED: msg`Recorded, reviewed by a supervisor`,
};

/** Vocabulary 13, in its order, which is no order of weight. */
export const observationCode: Words<ObservationCode> = {
  PHYS_SIGNS_SEXUAL_OR_PHYSICAL_ABUSE: msg`Signs of sexual or physical abuse`,
  PHYS_NEGLECT_MALNOURISHMENT: msg`Neglect, or too little food`,
  PHYS_UNADDRESSED_MEDICAL_DENTAL_STI: msg`Health, teeth or an infection without care`,
  PHYS_OVERLY_CONTROLLING_ADULT: msg`An adult who controls a great deal`,
  PHYS_RECOVERED_AT_COMMERCIAL_SEX_LOCATION: msg`Found at a hotel, street or club known for commercial sex`,
  PHYS_SECRET_PHONE_OR_MULTIPLE_NUMBER_APPS: msg`A secret phone, or apps for several numbers`,
  PHYS_ITEMS_INCONSISTENT_WITH_MEANS: msg`Things beyond what they can pay for`,
  PHYS_LIVING_OUT_OF_SUITCASE_MOTEL_CAR: msg`Lives out of a suitcase, a motel or a car`,
  PHYS_BULK_SEXUAL_SUPPLIES: msg`Sexual supplies in large amounts`,
  PHYS_UNEXPLAINED_CASH_PREPAID_CARDS_HOTEL_KEYS: msg`Cash, prepaid cards or hotel keys without an explanation`,
  PHYS_TATTOO_OR_BRANDING: msg`A tattoo or branding`,
  PHYS_MENTIONS_TRAVEL_WHILE_MISSING: msg`Tells of travel while missing`,
  PHYS_DRUG_OR_PARTY_DRUG_USE: msg`Use of drugs or party drugs`,
  BEH_REPEATED_MISSING: msg`Repeated missing episodes`,
  BEH_UNEXPLAINED_SCHOOL_ABSENCE: msg`Misses school without an explanation`,
  BEH_SLEEPS_IN_CLASS: msg`Sleeps in class`,
  BEH_STOPS_ENJOYED_ACTIVITIES: msg`Stops what they used to enjoy`,
  BEH_CUT_OFF_FROM_FAMILY_FRIENDS: msg`Cut off from family or friends`,
  BEH_MARKED_CHANGE_INCL_ONLINE: msg`A marked change, online too`,
  BEH_FEAR_ANNOYANCE_RESISTANCE_TO_AUTHORITY: msg`Fear of, or anger at, people in authority`,
  BEH_AVOIDS_ANSWERS_OR_OTHERS_SPEAK: msg`Avoids answers, or others speak for them`,
  BEH_UNTRUE_AGE_IDENTITY_OR_SECRET_PROFILE: msg`An untrue age or name, or a secret profile`,
  BEH_COMMERCIAL_SEX_WORDS_OR_EMOJIS: msg`Words or emojis of commercial sex`,
  BEH_MENTIONS_ESCORT_ADS_OR_DATING_SITES: msg`Speaks of escort ads or dating sites`,
  RACISM: msg`Racism`,
  BULLYING: msg`Bullying`,
  LACK_OF_RESOURCES: msg`Lack of resources`,
  CHILD_WELFARE_OR_JUVENILE_JUSTICE_INVOLVEMENT: msg`Child welfare or juvenile justice involved`,
  GANG_ACTIVITY: msg`Gang activity around them`,
  SEXISM: msg`Sexism`,
  XENOPHOBIA: msg`Xenophobia`,
  INTERGENERATIONAL_SEXUAL_ABUSE: msg`Sexual abuse over generations`,
  IDENTITY_OR_ORIENTATION_NOT_ACCEPTED: msg`Identity or orientation not accepted`,
  HOUSING_INSTABILITY_HOMELESSNESS: msg`Unstable housing or none`,
  IMMIGRATION_STATUS: msg`Immigration status`,
  ADVERSE_CHILDHOOD_EXPERIENCES: msg`Adverse childhood experiences`,
  ACE_DOMESTIC_VIOLENCE: msg`Violence at home`,
  ACE_HOUSEHOLD_SUBSTANCE_ABUSE: msg`Substance use in the household`,
  ACE_PHYSICAL_EMOTIONAL_NEGLECT_OR_ABUSE: msg`Physical or emotional neglect or abuse`,
  ACE_SEXUAL_ABUSE: msg`Sexual abuse in childhood`,
  ACE_FAMILY_UNTREATED_MENTAL_HEALTH: msg`A family member's mental health without care`,
  HISTORY_OF_TRAUMA: msg`Trauma in the past`,
  LACK_OF_SUPPORTIVE_FAMILY_OR_ADULTS: msg`No family or adults who support them`,
  LOW_SELF_ESTEEM: msg`Low self-esteem`,
  DEVELOPMENTAL_OR_PHYSICAL_DISABILITY: msg`A developmental or physical disability`,
  SUBSTANCE_ABUSE: msg`Substance use`,
  OTHER: msg`Something else, in your words`,
};

export const reportedTo: Words<ReportedTo> = {
  CYBERTIPLINE: msg`CyberTipline`,
  CPS_HOTLINE: msg`State line for children`,
  LAW_ENFORCEMENT: msg`Police`,
  FBI: msg`FBI`,
  HHS_OTIP: msg`Office on Trafficking in Persons`,
  OTHER: msg`Other`,
};

export const tipKind: Words<TipKind> = {
  CHILD_SEX_TRAFFICKING: msg`Child sex trafficking`,
  ONLINE_ENTICEMENT: msg`Online enticement`,
  CSAM: msg`Child sexual abuse material`,
  SEXTORTION: msg`Sextortion`,
  MOLESTATION: msg`Molestation`,
  SEX_TOURISM: msg`Sex tourism`,
  UNSOLICITED_OBSCENE_MATERIAL: msg`Unsolicited obscene material`,
  MISLEADING_DOMAIN_OR_CONTENT: msg`Misleading domain or content`,
};

export const reportMethod: Words<NoticeMethod> = {
  PHONE: msg`Phone`,
  ONLINE: msg`Online`,
  IN_PERSON: msg`In person`,
  EMAIL: msg`Email`,
  FAX: msg`Fax`,
  LETTER: msg`Letter`,
};

/** The labels are the framework's (vocabulary 13), not ours. */
export const traffickingType: Words<TraffickingType> = {
  PIMP_CONTROLLED: msg`Pimp-controlled`,
  FAMILIAL: msg`Familial`,
  GANG_CONTROLLED: msg`Gang-controlled`,
  BUYER_PERPETRATED: msg`Buyer-perpetrated`,
  NOT_YET_KNOWN: msg`Not yet known`,
  OTHER: msg`Other`,
};

export const traffickingCategory: Words<TraffickingCategory> = {
  FAMILIAL: msg`familial`,
  NONFAMILIAL: msg`nonfamilial`,
  BUYER_PERPETRATED: msg`buyer-perpetrated`,
};
