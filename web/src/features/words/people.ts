import { msg } from '@lingui/core/macro';
import type { BirthPrecision, PersonRole, Role, TeamRole } from '~/gql/generated/enums';
import type { Words } from './useWords';

export const role: Words<Role> = {
  RESOURCE_SPECIALIST: msg`Resource specialist`,
  FAMILY_ADVOCACY_SPECIALIST: msg`Family advocate`,
  SUPERVISOR: msg`Supervisor`,
  PEER_VOLUNTEER: msg`Peer volunteer`,
  ANALYST: msg`Analyst`,
  EXPERT_CONSULTANT: msg`Expert consultant`,
  TRAINER: msg`Trainer`,
  INTAKE: msg`Intake`,
  PRIVACY_OFFICER: msg`Privacy officer`,
  DIRECTORY_CURATOR: msg`Directory curator`,
  VOLUNTEER_COORDINATOR: msg`Volunteer coordinator`,
  ADMIN: msg`Administrator`,
};

export const personRole: Words<PersonRole> = {
  CHILD: msg`The young person`,
  CAREGIVER: msg`Caregiver`,
  SIBLING: msg`Sibling`,
  SUPPORTER_CHOSEN_BY_YOUTH: msg`Supporter the youth chose`,
  WORKER: msg`Worker`,
  ATTORNEY: msg`Attorney`,
  GAL_CASA: msg`Guardian ad litem or CASA`,
  ALLEGED_OFFENDER: msg`Alleged offender`,
  OTHER: msg`Somebody else`,
};

export const teamRole: Words<TeamRole> = {
  RESOURCE_SPECIALIST: msg`Resource specialist`,
  FAMILY_ADVOCATE: msg`Family advocate`,
  SUPERVISOR: msg`Supervisor`,
  VOLUNTEER: msg`Volunteer`,
};

export const birthPrecision: Words<BirthPrecision> = {
  DAY: msg`The day`,
  MONTH: msg`The month`,
  YEAR: msg`The year`,
  ABOUT: msg`About the year`,
};
