import { msg } from '@lingui/core/macro';
import type {
  ContactChannel,
  ContactOutcome,
  ContactType,
  CrisisType,
  Direction,
  FamilyNeed,
} from '~/gql/generated/enums';
import type { Words } from './useWords';

export const contactChannel: Words<ContactChannel> = {
  PHONE: msg`Phone`,
  VIDEO: msg`Video`,
  TEXT: msg`Text message`,
  EMAIL: msg`Email`,
  IN_PERSON: msg`In person`,
  LETTER: msg`Letter`,
};

export const direction: Words<Direction> = {
  OUT: msg`We called`,
  IN: msg`They called`,
};

export const contactOutcome: Words<ContactOutcome> = {
  REACHED: msg`Reached`,
  LEFT_AGREED_MESSAGE: msg`Left the agreed message`,
  NO_ANSWER: msg`No answer`,
  UNSAFE_TO_TALK: msg`Unsafe to talk`,
  WRONG_NUMBER: msg`Wrong number`,
  FAMILY_ASKED_TO_PAUSE: msg`Family asked to pause`,
};

export const contactType: Words<ContactType> = {
  CRISIS_INTERVENTION: msg`Crisis intervention`,
  EMOTIONAL_SUPPORT: msg`Emotional support`,
  INFORMATION: msg`Information`,
  REFERRAL: msg`Referral`,
  SAFETY_PLANNING: msg`Safety planning`,
  CASE_UPDATE: msg`Case update`,
  REUNIFICATION_PLANNING: msg`Planning reunification`,
  REUNIFICATION_SUPPORT: msg`Support in reunification`,
  PEER_CONNECTION: msg`Connecting with a peer`,
  CHECK_IN: msg`Check-in`,
  MISSED_ATTEMPT: msg`Missed attempt`,
};

export const crisisType: Words<CrisisType> = {
  CHILD_MISSING_NOW: msg`Child is missing now`,
  CHILD_JUST_FOUND: msg`Child was just found`,
  CHILD_CONTACTED_BY_TRAFFICKER: msg`Trafficker contacted the child`,
  TRAFFICKER_AT_LOCATION: msg`Trafficker is at the location`,
  THREAT_TO_FAMILY: msg`Threat to the family`,
  SUICIDAL_STATEMENT_CHILD: msg`Child spoke of suicide`,
  SUICIDAL_STATEMENT_CAREGIVER: msg`Caregiver spoke of suicide`,
  SELF_HARM: msg`Self-harm`,
  OVERDOSE: msg`Overdose`,
  VIOLENCE_AT_HOME: msg`Violence at home`,
  EVICTION_OR_NO_FOOD: msg`Eviction or no food`,
  COURT_OR_ARREST: msg`Court or arrest`,
  MEDIA_ATTENTION: msg`Media attention`,
  IMAGES_ONLINE: msg`Images online`,
  CAREGIVER_OVERWHELM: msg`Caregiver is overwhelmed`,
  GRIEF: msg`Grief`,
  SIBLING_AT_RISK: msg`Sibling needs safety`,
  OTHER: msg`Something else`,
};

export const familyNeed: Words<FamilyNeed> = {
  CRISIS_SUPPORT: msg`Crisis support`,
  MENTAL_HEALTH: msg`Mental health`,
  REUNIFICATION: msg`Reunification`,
  TRANSPORT: msg`Transport`,
  LEGAL: msg`Legal help`,
  HOUSING: msg`Housing`,
  FOOD: msg`Food`,
  SCHOOL: msg`School`,
  SIBLING_SUPPORT: msg`Support for siblings`,
  SAFETY_AT_HOME: msg`Safety at home`,
  TECHNOLOGY: msg`Technology`,
  PARENTING_AFTER_TRAUMA: msg`Parenting after trauma`,
  MEDIA_HELP: msg`Help with media`,
  FINANCES: msg`Finances`,
  INTERPRETER: msg`Interpreter`,
  FAITH_CULTURE: msg`Faith and culture`,
  RESPITE: msg`Respite`,
};
