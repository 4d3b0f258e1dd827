import { describe, expect, it } from 'vitest';
import type { TemplateGoal } from './query';
import { offeredGoals } from './taking';

const step = (by: TemplateGoal['steps'][number]['by'], days: number) => ({
  __typename: 'PlanTemplateStep' as const,
  text: by,
  by,
  days,
});
const goals: TemplateGoal[] = [
  {
    __typename: 'PlanTemplateGoal',
    number: 1,
    domain: 'EDUCATION',
    owner: 'TEAM',
    text: 'One',
    steps: [],
  },
  {
    __typename: 'PlanTemplateGoal',
    number: 2,
    domain: 'EDUCATION',
    owner: 'YOUTH',
    text: 'Two',
    steps: [
      step('SPECIALIST', 0),
      step('ADVOCATE', 7),
      step('YOUTH', 30),
      step('SOMEBODY_ELSE', 1),
    ],
  },
];

describe('goals on their way into a plan', () => {
  it('have people of the team, and days from today', () => {
    const team = [
      {
        __typename: 'Assignment' as const,
        id: 'a',
        role: 'RESOURCE_SPECIALIST' as const,
        user: { __typename: 'User' as const, id: 'wren', name: 'Wren' },
      },
    ];
    const now = new Date('2026-12-30T23:00:00Z');
    expect(offeredGoals(goals, [2], team, 'me', now)).toEqual([
      {
        number: 2,
        text: 'Two',
        inYouthWords: false,
        owner: 'YOUTH',
        agreement: 'NOT_ASKED_YET',
        steps: [
          { text: 'SPECIALIST', who: 'wren', dueOn: '2026-12-30' },
          { text: 'ADVOCATE', who: 'me', dueOn: '2027-01-06' },
          { text: 'YOUTH', who: 'YOUTH', dueOn: '2027-01-29' },
          { text: 'SOMEBODY_ELSE', who: 'me', dueOn: '2026-12-31' },
        ],
      },
    ]);
  });
});
