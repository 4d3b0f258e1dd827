import { msg } from '@lingui/core/macro';
import type { Words } from '~/features/words';
import type { AgendaKind } from '~/gql/generated/enums';

export const agendaKind: Words<AgendaKind> = {
  YOUTH_WANTS_KNOWN: msg`What the young person wants the team to know`,
  YOUTH_NOT_SHARED: msg`What the young person does not want shared`,
  QUESTION: msg`Question`,
  PLAN_MISSING: msg`There is no plan yet`,
  VOICE_MISSING: msg`The plan is without the young person's voice`,
  REVIEW_OVERDUE: msg`The plan's review is overdue`,
  REPORT_OPEN: msg`The missing report has open items`,
  CLOCK_OVERDUE: msg`Overdue`,
  OPEN_GOAL: msg`Open goal`,
  OPEN_REFERRAL: msg`Open referral`,
  OTHER: msg`Something else`,
};
