import { describe, expect, it } from 'vitest';
import type { StageEntry } from '../query';
import { byTopic } from './byTopic';

const entry = (topic: string, stage: StageEntry['stage'], notedOn: string): StageEntry => ({
  __typename: 'StageEntry',
  topic,
  stage,
  notedOn,
  notedAt: `${notedOn}T10:00:00Z`,
  goal: null,
  notedBy: { __typename: 'User', id: 'u1', name: 'Wren Cedar' },
});

describe('stages of change', () => {
  it('rule_070_stand_under_their_topic_with_each_day_kept_and_in_the_order_given', () => {
    const topics = byTopic([
      entry('School', 'CONTEMPLATION', '2026-11-20'),
      entry('Phone', 'PREPARATION', '2026-11-18'),
      entry('school', 'ACTION', '2026-11-02'),
    ]);
    expect(topics.map(({ title }) => title)).toEqual(['Phone', 'School']);
    expect(topics[1]?.entries.map(({ stage }) => stage)).toEqual(['CONTEMPLATION', 'ACTION']);
  });
});
