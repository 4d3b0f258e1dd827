import { describe, expect, it } from 'vitest';
import { besideThen } from './moved';
import type { RecordedPlan } from './query';

const step = (id: string, state: string) => ({ id, text: `step ${id}`, state });
const plan = {
  goals: [
    { id: 'horse', state: 'IN_PROGRESS', steps: [step('a', 'DONE'), step('b', 'TODO')] },
    { id: 'sea', state: 'PROPOSED', steps: [step('c', 'TODO')] },
    { id: 'bare', state: 'PROPOSED', steps: [] },
  ],
  atLastReview: {
    at: '2026-03-04T15:00:00Z',
    review: null,
    reading: {
      goals: [{ goal: 'horse', state: 'ACCEPTED', steps: [{ step: 'a', state: 'DOING' }] }],
    },
  },
} as unknown as RecordedPlan;

describe('what moved since the plan was last looked at', () => {
  it('puts each goal beside what it was, and names the steps that moved or came', () => {
    const rows = besideThen(plan);
    expect(rows.map(({ goal, before }) => [goal.id, before?.state])).toEqual([
      ['horse', 'ACCEPTED'],
      ['sea', undefined],
    ]);
    expect(rows[0]?.moved).toEqual([
      { id: 'a', text: 'step a', from: 'DOING', to: 'DONE' },
      { id: 'b', text: 'step b', from: undefined, to: 'TODO' },
    ]);
  });

  it('says nothing of a step that stands where it stood', () => {
    const same = structuredClone(plan);
    const [goal] = same.goals;
    if (goal) goal.steps = [{ ...step('a', 'DOING') }] as typeof goal.steps;
    expect(besideThen(same)[0]?.moved).toEqual([]);
  });
});
