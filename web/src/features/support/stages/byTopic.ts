import type { StageEntry } from '../query';

export interface TopicStages {
  key: string;
  title: string;
  /** As the server orders them: the latest day first. */
  entries: StageEntry[];
}

/** Entries under their goal or topic. None is put above another, and nothing is drawn from them (rule 70). */
export function byTopic(entries: readonly StageEntry[]): TopicStages[] {
  const topics = new Map<string, TopicStages>();
  for (const entry of entries) {
    const title = entry.goal?.text ?? entry.topic ?? '';
    const key = entry.goal ? `goal ${entry.goal.id}` : `topic ${title.toLowerCase()}`;
    const found = topics.get(key);
    if (found) found.entries.push(entry);
    else topics.set(key, { key, title, entries: [entry] });
  }
  return [...topics.values()].sort((one, other) => one.title.localeCompare(other.title));
}
