import { msg } from '@lingui/core/macro';
import type { Words } from '~/features/words';
import type {
  CalmingKind,
  ImmediateSection,
  SafetySection,
  StageOfChange,
  TriggerKind,
} from '~/gql/generated/enums';

export const triggerKind: Words<TriggerKind> = {
  WORDS: msg`Words`,
  TOUCH: msg`Touch`,
  TONE: msg`Tone of voice`,
  UNIFORM: msg`Uniform`,
  GENDER_OF_WORKER: msg`Gender of the worker`,
  PLACE: msg`A place`,
  SMELL: msg`A smell`,
  NOISE: msg`Noise`,
  WAITING: msg`Waiting`,
  BEING_WATCHED: msg`Being watched`,
  PHONE_TAKEN: msg`The phone taken`,
  RESTRAINT: msg`Being held`,
  TOPIC: msg`A topic`,
  DATE_ANNIVERSARY: msg`A date in the year`,
  OTHER: msg`Something else`,
};

export const calmingKind: Words<CalmingKind> = {
  SPACE: msg`Space`,
  MUSIC: msg`Music`,
  FOOD: msg`Food`,
  MOVEMENT: msg`Movement`,
  BREATHING: msg`Breathing`,
  ART: msg`Art`,
  PET: msg`A pet`,
  PERSON: msg`A person`,
  HUMOUR: msg`Humor`,
  SILENCE: msg`Silence`,
  INFORMATION_FIRST: msg`Knowing what comes next`,
  CHOICE_OFFERED: msg`A choice`,
  OTHER: msg`Something else`,
};

/** The sections of a safety plan as the young person reads them (rule 68), in their order. */
export const safetySection: Words<SafetySection> = {
  WARNING_SIGNS: msg`How I notice that it is getting unsafe`,
  COPING_STRATEGIES: msg`What helps me`,
  SAFE_PLACES: msg`Places where I am safe`,
  WHAT_ADULTS_DO: msg`What I want adults to do`,
  IF_LEAVING: msg`If I leave`,
  IF_CONTACTED: msg`If somebody who hurt me gets in touch`,
  TECH_SAFETY: msg`My phone and my accounts`,
  EMERGENCY_CONTACTS: msg`Whom to call when it is urgent`,
};

/** The sections of an immediate plan (rule 64), in their order. */
export const immediateSection: Words<ImmediateSection> = {
  WHO_MEETS: msg`Who meets the young person`,
  WHAT_NOT_TO_SAY_OR_DO: msg`What not to say or do`,
  CALMING_AND_TRIGGERS: msg`What calms, what sets off`,
  WELCOME_ITEMS: msg`What makes a welcome`,
  FOOD_CLOTHES_REST: msg`Food, clothes, washing, rest`,
  MEDICAL_OPTIONS: msg`Medical options`,
  PHONE_AND_TECH: msg`Phone and online safety`,
  WHERE_TONIGHT: msg`Where they sleep tonight`,
  TRANSPORT: msg`How they get there`,
  WHO_MAY_BE_TOLD: msg`Who may be told`,
  IMMEDIATE_CHOICES: msg`What they decide themselves`,
  POLICE_INTERVIEW: msg`When police talk with them, and who is beside them`,
  RETURN_CONVERSATION_OWNER: msg`Who has the conversation about their return`,
  SAFETY_PLAN: msg`Safety for the first days`,
};

/** Said plainly: how somebody stands with one topic on one day, and nothing about them. */
export const stageOfChange: Words<StageOfChange> = {
  PRECONTEMPLATION: msg`Does not think of a change now`,
  CONTEMPLATION: msg`Thinks about it`,
  PREPARATION: msg`Gets ready for it`,
  ACTION: msg`Is doing it`,
  MAINTENANCE: msg`Keeps it up`,
};
