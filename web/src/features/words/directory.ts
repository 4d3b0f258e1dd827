import { msg } from '@lingui/core/macro';
import type { Capability, Capacity, ServiceCategory, Verification } from '~/gql/generated/enums';
import type { Words } from './useWords';

export const serviceCategory: Words<ServiceCategory> = {
  SPECIALISED_CSEC_PROGRAM: msg`Specialized program for exploited youth`,
  CRISIS_STABILISATION: msg`Crisis stabilization`,
  EMERGENCY_SHELTER: msg`Emergency shelter`,
  SPECIALISED_PLACEMENT: msg`Specialized placement`,
  FOSTER_SPECIALISED: msg`Specialized foster care`,
  TRANSITIONAL_LIVING: msg`Transitional living`,
  SURVIVOR_MENTOR: msg`Survivor mentor`,
  DROP_IN: msg`Drop-in center`,
  CASE_MANAGEMENT: msg`Case management`,
  MDT_RESPONSE: msg`Multidisciplinary response`,
  TRAUMA_THERAPY: msg`Trauma therapy`,
  PSYCHIATRIC: msg`Psychiatric care`,
  SUBSTANCE_USE_TREATMENT: msg`Substance use treatment`,
  SANE_EXAM: msg`Forensic nurse examination`,
  PRIMARY_CARE: msg`Primary care`,
  DENTAL: msg`Dental care`,
  REPRODUCTIVE_CARE: msg`Reproductive care`,
  TATTOO_REMOVAL: msg`Tattoo removal`,
  LEGAL_REPRESENTATION: msg`Legal representation`,
  VICTIM_COMPENSATION: msg`Victim compensation`,
  IMMIGRATION_LEGAL: msg`Immigration law`,
  EDUCATION_SUPPORT: msg`Education support`,
  EMPLOYMENT: msg`Employment`,
  LIFE_SKILLS: msg`Life skills`,
  PARENTING_SUPPORT: msg`Parenting support`,
  FAMILY_THERAPY: msg`Family therapy`,
  CAREGIVER_TRAINING: msg`Training for caregivers`,
  PEER_FAMILY_SUPPORT: msg`Peer support for families`,
  TRANSPORT_REUNIFICATION: msg`Transport for reunification`,
  INTERPRETER: msg`Interpreter`,
  TRIBAL_SERVICES: msg`Tribal services`,
  LGBTQ_SERVICES: msg`LGBTQ services`,
  MALE_SURVIVOR_SERVICES: msg`Services for male survivors`,
  TECH_SAFETY: msg`Technology safety`,
  BASIC_NEEDS: msg`Basic needs`,
  TRAINING_PROVIDER: msg`Training for professionals`,
};

export const capability: Words<Capability> = {
  SURVIVOR_LED: msg`Led by survivors`,
  SURVIVOR_ON_STAFF: msg`Survivors on staff`,
  LICENSED_FOR_MINORS: msg`Licensed for minors`,
  ACCEPTS_MALE: msg`Accepts boys`,
  ACCEPTS_TRANS_NONBINARY: msg`Accepts trans and nonbinary youth`,
  ACCEPTS_PREGNANT_PARENTING: msg`Accepts pregnant or parenting youth`,
  ACCEPTS_ACTIVE_SUBSTANCE_USE: msg`Accepts active substance use`,
  ACCEPTS_SIBLINGS: msg`Accepts siblings`,
  ACCEPTS_OUT_OF_STATE: msg`Accepts youth from other states`,
  NO_LOCKDOWN: msg`Doors are not locked`,
  TWENTY_FOUR_SEVEN: msg`Day and night`,
  NO_POLICE_REQUIREMENT: msg`No police report needed`,
  NO_DISCLOSURE_REQUIREMENT: msg`No need to tell what happened`,
  ICWA_COMPETENT: msg`Knows the Indian Child Welfare Act`,
  LANGUAGE_ACCESS: msg`Language access`,
  WHEELCHAIR_ACCESS: msg`Wheelchair access`,
  CONFIDENTIAL_LOCATION: msg`Confidential location`,
};

export const capacity: Words<Capacity> = {
  HAS_CAPACITY: msg`Has room`,
  NO_CAPACITY: msg`No room now`,
  WAITLIST: msg`Waiting list`,
  NEEDS_ASSESSMENT: msg`Decides after meeting`,
  UNKNOWN: msg`Not known`,
};

export const verification: Words<Verification> = {
  VERIFIED: msg`Checked`,
  STALE: msg`Checked long ago`,
  UNVERIFIED: msg`Not checked yet`,
  CLOSED: msg`Closed`,
};
