import { msg } from '@lingui/core/macro';
import type { Words } from '~/features/words';
import type { CopyAudience, Locale } from '~/gql/generated/enums';

export const copyAudience: Words<CopyAudience> = {
  YOUTH: msg`The young person`,
  TEAM: msg`The team`,
  SAFETY_PLAN: msg`Safety plan, plain`,
  ACCOUNTING: msg`What was shared, for the young person`,
  RELEASE_FORM: msg`A release, to be signed`,
};

/** The copies that are of the plan and of nothing else. */
export const ofPlan: readonly CopyAudience[] = ['YOUTH', 'TEAM', 'SAFETY_PLAN'];

/** What the copy leaves out, or what to know of it. */
export const leavesOut: Words<CopyAudience> = {
  YOUTH: msg`Left out: staff notes, stages, what was observed, the safety plan, what can be hard, how to be reached, and goals of caregivers. No name of the young person or the organization and no case number stands on it.`,
  TEAM: msg`The whole plan under the working alias, without legal names. It is for the team of this case and nobody else.`,
  ACCOUNTING: msg`When, with whom, which kinds of information, what for, how, by whom and on what it rests. No word of what was told stands on it, and no name of the young person.`,
  RELEASE_FORM: msg`The whole release in plain words, with a line for each name. It opens nothing until the names are written down here.`,
  SAFETY_PLAN: msg`No title, no name and no number stands on it, and nothing that says what it is.`,
};

/** Languages by their own names. */
export const paperLanguage: Words<Locale> = { EN: msg`English`, ES: msg`Español` };
